package app.rapport.post;

import java.util.Locale;
import java.util.Optional;

/**
 * How mail leaves: a server, and the address that it is from.
 *
 * @param login empty where the server asks for none
 */
public record SmtpAccount(
        String host,
        int port,
        Security security,
        String login,
        Method method,
        String fromAddress,
        String fromName) {

    /** How the connection is kept from being read. */
    public enum Security {
        TLS,
        STARTTLS,
        NONE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Security> of(String word) {
            return java.util.Arrays.stream(values())
                    .filter(value -> value.word().equals(word))
                    .findFirst();
        }
    }

    /** What the secret is. */
    public enum Method {
        PASSWORD,
        /** An access token of OAuth 2, by the XOAUTH2 mechanism. */
        XOAUTH2;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean withLogin() {
        return !login.isEmpty();
    }

    /** Of the sender's address; names the house in Message-IDs. */
    String domain() {
        return fromAddress.substring(fromAddress.lastIndexOf('@') + 1);
    }
}
