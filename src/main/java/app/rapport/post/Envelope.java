package app.rapport.post;

import app.rapport.kernel.Uuid7;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** A letter as a mail server takes it (RFC 5322), and the addresses that it goes to. */
record Envelope(String messageId, List<String> recipients, String subject, byte[] raw) {
    private static final int LONGEST_SUBJECT = 500;
    private static final int LONGEST_TEXT = 1_000_000;

    Envelope {
        recipients = List.copyOf(recipients);
    }

    /**
     * @throws NotSendable when an address is none, nobody is named, or subject or text cannot be
     */
    static Envelope of(Letter letter, SmtpAccount account, Outgoing.Author author, Instant now) {
        check(letter);
        List<InternetAddress> to = Recipients.of("to", letter.to());
        List<InternetAddress> cc = Recipients.of("cc", letter.cc());
        if (to.isEmpty()) throw new NotSendable("to", "Name at least one recipient");
        try {
            String id = "<" + Uuid7.next() + "@" + account.domain() + ">";
            MimeMessage message = new Identified(id);
            address(message, letter, account);
            message.setRecipients(Message.RecipientType.TO, to.toArray(InternetAddress[]::new));
            message.setRecipients(Message.RecipientType.CC, cc.toArray(InternetAddress[]::new));
            message.setSubject(letter.subject().strip(), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(now));
            thread(message, letter);
            if (author == Outgoing.Author.PROGRAM)
                message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834
            if (letter.files().isEmpty()) write(message, letter);
            else message.setContent(withFiles(letter));
            message.saveChanges();
            return new Envelope(id, everybody(to, cc), letter.subject().strip(), bytes(message));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void check(Letter letter) {
        if (letter.subject().strip().chars().anyMatch(Character::isISOControl))
            throw new NotSendable("subject", "A subject is one line of words");
        if (letter.subject().length() > LONGEST_SUBJECT)
            throw new NotSendable(
                    "subject", "A subject has at most " + LONGEST_SUBJECT + " characters");
        if (letter.text().length() > LONGEST_TEXT)
            throw new NotSendable(
                    "words", "A mail has at most a million characters; shorten what is quoted");
    }

    /**
     * From the server's own address, since others are often refused as forged; answers go to the
     * writer all the same.
     */
    private static void address(MimeMessage message, Letter letter, SmtpAccount account)
            throws MessagingException {
        InternetAddress sender =
                Recipients.of(
                        "from",
                        account.fromName().isBlank()
                                ? letter.writer().map(Letter.Recipient::name).orElse("")
                                : account.fromName(),
                        account.fromAddress());
        message.setFrom(sender);
        if (letter.writer().isEmpty()) return;
        Letter.Recipient writer = letter.writer().get();
        if (writer.address().equalsIgnoreCase(account.fromAddress())) return;
        message.setReplyTo(
                new InternetAddress[] {Recipients.of("from", writer.name(), writer.address())});
    }

    private static void thread(MimeMessage message, Letter letter) throws MessagingException {
        if (letter.answers().isPresent())
            message.setHeader("In-Reply-To", Recipients.oneLine(letter.answers().get()));
        if (!letter.references().isEmpty())
            message.setHeader(
                    "References",
                    Recipients.oneLine(String.join(" ", letter.references()))
                            .replace("> <", ">\r\n <"));
    }

    private static MimeMultipart withFiles(Letter letter) throws MessagingException {
        MimeBodyPart words = new MimeBodyPart();
        write(words, letter);
        MimeMultipart all = new MimeMultipart("mixed", words);
        for (Letter.Attached file : letter.files()) all.addBodyPart(file(file));
        return all;
    }

    /** Base64 also for what is text: no server on the way may change a byte of it. */
    private static MimeBodyPart file(Letter.Attached file) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        ByteArrayDataSource content = new ByteArrayDataSource(file.content(), type(file));
        part.setDataHandler(new DataHandler(content));
        String name = Recipients.oneLine(file.name());
        if (!name.isEmpty()) part.setFileName(name);
        part.setDisposition(Part.ATTACHMENT);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    /** A message or several parts may not be base64 (RFC 2046): then it is a file. */
    private static String type(Letter.Attached file) {
        String type = file.mediaType().toLowerCase(Locale.ROOT);
        return type.matches("(?!message/|multipart/)[a-z0-9]+/[a-z0-9.+-]+")
                ? type
                : "application/octet-stream";
    }

    private static void write(MimePart message, Letter letter) throws MessagingException {
        String utf8 = StandardCharsets.UTF_8.name();
        if (letter.html().isEmpty()) {
            message.setText(letter.text(), utf8);
            return;
        }
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(letter.text(), utf8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(letter.html().get(), utf8, "html");
        message.setContent(new MimeMultipart("alternative", plain, html));
    }

    private static List<String> everybody(List<InternetAddress> to, List<InternetAddress> cc) {
        List<InternetAddress> all = new ArrayList<>(to);
        all.addAll(cc);
        return all.stream().map(InternetAddress::getAddress).distinct().toList();
    }

    private static byte[] bytes(MimeMessage message) throws MessagingException, IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        message.writeTo(raw);
        return raw.toByteArray();
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
