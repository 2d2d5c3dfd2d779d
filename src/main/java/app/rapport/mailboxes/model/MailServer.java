package app.rapport.mailboxes.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a mailbox lies and by which name it is opened. */
public record MailServer(String host, int port, Security security, String login, Method method) {

    /** How the connection is kept from being read. */
    public enum Security {
        /** Encrypted from the first byte, usually port 993. */
        IMPLICIT(993),
        /** Encrypted once the server was asked, usually port 143. */
        STARTTLS(143),
        NONE(143);

        private final int port;

        Security(int port) {
            this.port = port;
        }

        public int usualPort() {
            return port;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Security> of(String word) {
            return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
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

        public static Optional<Method> of(String word) {
            return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
        }
    }

    /** What is wrong with it, said before anybody connects. */
    public Optional<Unfit> unfit() {
        if (host.isBlank() || !host.matches("[\\w.:-]+"))
            return Optional.of(
                    new Unfit("host", "Give the name of a mail server, such as imap.example.org"));
        if (port < 1 || port > 65_535) return Optional.of(new Unfit("port", "Between 1 and 65535"));
        if (login.isBlank())
            return Optional.of(new Unfit("login", "Give the name that you log in by"));
        return Optional.empty();
    }

    /** A part of it that cannot be. */
    public record Unfit(String field, String sentence) {}
}
