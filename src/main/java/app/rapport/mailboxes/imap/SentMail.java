package app.rapport.mailboxes.imap;

import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** A mail that left the house, on its way into its sender's own folder. */
public final class SentMail {
    private final MimeMessage message;

    private SentMail(MimeMessage message) {
        this.message = message;
    }

    /** Empty when it cannot be read as a mail. */
    public static Optional<SentMail> of(byte[] raw) {
        try {
            MimeMessage message =
                    new MimeMessage(
                            Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            message.setFlag(Flags.Flag.SEEN, true);
            return Optional.of(new SentMail(message));
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }

    /** Sender's address, lower case. */
    public Optional<String> from() {
        try {
            return Optional.ofNullable(message.getFrom())
                    .flatMap(from -> Arrays.stream(from).findFirst())
                    .filter(InternetAddress.class::isInstance)
                    .map(from -> ((InternetAddress) from).getAddress().toLowerCase(Locale.ROOT));
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }

    MimeMessage message() {
        return message;
    }

    Optional<String> id() throws MessagingException {
        return Optional.ofNullable(message.getMessageID());
    }
}
