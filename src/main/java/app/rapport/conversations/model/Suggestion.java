package app.rapport.conversations.model;

import app.rapport.kernel.Sha256;
import app.rapport.kernel.TouchId;
import app.rapport.listening.SignatureReader.Kind;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What a signature says of its writer and the record does not hold yet.
 *
 * @param id the same for the same value, in whichever mail it stands
 * @param value as it is written
 * @param mail the newest that says it
 */
public record Suggestion(String id, Kind kind, String value, TouchId mail, Instant at) {
    private static final int DIGITS_OF_ID = 20;

    static Suggestion of(Kind kind, String value, TouchId mail, Instant at) {
        return new Suggestion(id(kind, value), kind, value, mail, at);
    }

    /** Says nothing of the value to whoever may not read the mail. */
    private static String id(Kind kind, String value) {
        String key = kind == Kind.PHONE ? value.replaceAll("\\D", "") : value;
        String said = kind + " " + key.strip().toLowerCase(Locale.ROOT);
        return HexFormat.of().formatHex(Sha256.of(said)).substring(0, DIGITS_OF_ID);
    }
}
