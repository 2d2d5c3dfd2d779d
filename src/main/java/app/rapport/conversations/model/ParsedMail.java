package app.rapport.conversations.model;

import app.rapport.conversations.mail.MailReader;
import app.rapport.conversations.mail.Mailbox;
import app.rapport.conversations.mail.ReadMail;
import app.rapport.kernel.Sha256;
import java.util.ArrayList;
import java.util.List;

/** A mail read, with its original ready for the store. */
public record ParsedMail(ReadMail mail, Blob original, List<Blob> attachments) {

    /**
     * @param content gzip
     */
    public record Blob(byte[] digest, byte[] content, long size) {
        public static Blob of(byte[] content) {
            return new Blob(sha256(content), QuickGzip.of(content), content.length);
        }
    }

    /**
     * @param role {@code from}, {@code to}, {@code cc}, {@code bcc}
     */
    public record Party(String role, Mailbox mailbox) {}

    /**
     * @param where labels that the mail does not carry itself
     */
    public static ParsedMail of(byte[] raw, List<String> where) {
        ReadMail mail = MailReader.read(raw, where);
        return new ParsedMail(
                mail,
                Blob.of(raw),
                mail.attachments().stream().map(attached -> Blob.of(attached.content())).toList());
    }

    public String fromKey() {
        return mail.from().map(Mailbox::key).orElse("");
    }

    public List<Party> parties() {
        List<Party> parties = new ArrayList<>();
        mail.from().ifPresent(from -> parties.add(new Party("from", from)));
        mail.to().forEach(to -> parties.add(new Party("to", to)));
        mail.cc().forEach(cc -> parties.add(new Party("cc", cc)));
        mail.bcc().forEach(bcc -> parties.add(new Party("bcc", bcc)));
        return parties.size() > 5_000 ? parties.subList(0, 5_000) : parties;
    }

    /** By which a content is known. */
    public static byte[] sha256(byte[] content) {
        return Sha256.of(content);
    }
}
