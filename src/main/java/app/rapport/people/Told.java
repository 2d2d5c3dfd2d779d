package app.rapport.people;

import app.rapport.kernel.Sha256;
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
        return HexFormat.of().formatHex(Sha256.of(substance));
    }
}
