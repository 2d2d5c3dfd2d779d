package app.rapport.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a row or card says, with the digest of it, taken where the row is read: beside the storing
 * of those before it.
 *
 * @param digest SHA-256 of all of it but where it stands, in hex: the same row has the same in any
 *     file
 */
public record Told<D>(D draft, String digest) {
    public static Told<ContactDraft> of(ContactDraft draft) {
        return new Told<>(draft, digest(draft.substance()));
    }

    public static Told<AccountDraft> of(AccountDraft draft) {
        return new Told<>(draft, digest(draft.substance()));
    }

    private static String digest(String substance) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(substance.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
