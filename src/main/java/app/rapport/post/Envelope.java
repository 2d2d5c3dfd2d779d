package app.rapport.post;

import app.rapport.kernel.Uuid7;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/** A letter as a mail server takes it (RFC 5322), and the addresses that it goes to. */
record Envelope(String messageId, List<String> recipients, String subject, byte[] raw) {

    Envelope {
        recipients = List.copyOf(recipients);
    }

    /**
     * @throws NotSendable when an address is none, or nobody is named
     */
    static Envelope of(Letter letter, SmtpAccount from, Instant now) {
        List<InternetAddress> to = addresses("to", letter.to());
        List<InternetAddress> cc = addresses("cc", letter.cc());
        if (to.isEmpty()) throw new NotSendable("to", "Name at least one recipient");
        String subject = oneLine(letter.subject());
        try {
            String id = "<" + Uuid7.next() + "@" + from.domain() + ">";
            MimeMessage message = new Identified(id);
            message.setFrom(address(from.fromName(), from.fromAddress()));
            message.setRecipients(Message.RecipientType.TO, to.toArray(InternetAddress[]::new));
            message.setRecipients(Message.RecipientType.CC, cc.toArray(InternetAddress[]::new));
            message.setSubject(subject, StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(now));
            if (letter.answers().isPresent())
                message.setHeader("In-Reply-To", oneLine(letter.answers().get()));
            if (!letter.references().isEmpty())
                message.setHeader("References", oneLine(String.join(" ", letter.references())));
            message.setText(letter.text(), StandardCharsets.UTF_8.name());
            message.saveChanges();
            ByteArrayOutputStream raw = new ByteArrayOutputStream();
            message.writeTo(raw);
            List<InternetAddress> all = new ArrayList<>(to);
            all.addAll(cc);
            return new Envelope(
                    id,
                    all.stream().map(InternetAddress::getAddress).distinct().toList(),
                    subject,
                    raw.toByteArray());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<InternetAddress> addresses(String field, List<Letter.Recipient> people) {
        List<InternetAddress> addresses = new ArrayList<>();
        for (Letter.Recipient person : people) {
            try {
                InternetAddress address = address(person.name(), person.address().strip());
                address.validate();
                if (!address.getAddress().contains("@")) throw new AddressException();
                addresses.add(address);
            } catch (AddressException | UnsupportedEncodingException e) {
                throw new NotSendable(field, person.address() + " is not a mail address");
            }
        }
        return addresses;
    }

    private static InternetAddress address(String name, String address)
            throws UnsupportedEncodingException {
        return new InternetAddress(
                address, name.isBlank() ? null : oneLine(name), StandardCharsets.UTF_8.name());
    }

    /** A line break would begin a header of the writer's own. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(String id) {
            super(Session.getInstance(new Properties()));
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
