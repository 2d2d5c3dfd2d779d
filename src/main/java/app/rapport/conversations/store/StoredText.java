package app.rapport.conversations.store;

import java.nio.charset.StandardCharsets;

/** Text as PostgreSQL can hold it. */
final class StoredText {
    private StoredText() {}

    /** PostgreSQL holds no zero characters, and no halves of characters. */
    static String clean(String text) {
        String whole = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        for (int i = 0; i < whole.length(); i++) {
            if (Character.isSurrogate(whole.charAt(i))) {
                return new String(whole.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            }
        }
        return whole;
    }
}
