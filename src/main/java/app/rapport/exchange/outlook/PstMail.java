package app.rapport.exchange.outlook;

import app.rapport.exchange.outlook.StoredMail.Attachment;
import app.rapport.exchange.outlook.StoredMail.Content;
import app.rapport.exchange.outlook.StoredMail.Filed;
import app.rapport.exchange.outlook.StoredMail.Line;
import app.rapport.exchange.outlook.StoredMail.Party;
import app.rapport.exchange.outlook.StoredMail.Recipient;
import com.pff.PSTAttachment;
import com.pff.PSTException;
import com.pff.PSTMessage;
import com.pff.PSTRecipient;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a data file says of one message. */
final class PstMail {
    private static final int DEEPEST = 5;

    private PstMail() {}

    static StoredMail of(PSTMessage from, Filed filed) throws PSTException, IOException {
        return of(from, filed, 0);
    }

    private static StoredMail of(PSTMessage from, Filed filed, int depth)
            throws PSTException, IOException {
        String html = said(from.getBodyHTML());
        String text = said(from.getBody());
        if (html.isBlank() && text.isBlank()) text = RtfText.of(said(from.getRTFBody()));
        return new StoredMail(
                said(from.getTransportMessageHeaders()),
                said(from.getInternetMessageId()),
                said(from.getInReplyToId()),
                "",
                said(from.getSubject()),
                time(from.getClientSubmitTime()).or(() -> time(from.getMessageDeliveryTime())),
                from(from),
                recipients(from),
                text,
                html,
                depth < DEEPEST ? attachments(from, depth) : List.of(),
                ItemClass.of(said(from.getMessageClass())) == ItemClass.MEETING_MAIL,
                filed);
    }

    static String said(@Nullable String value) {
        return value == null ? "" : value.replace("\0", "");
    }

    static Optional<Instant> time(@Nullable Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }

    /** In whose name it was written, which is seldom somebody else than who wrote it. */
    private static Party from(PSTMessage from) {
        Party named =
                new Party(
                        said(from.getSentRepresentingName()),
                        said(from.getSentRepresentingEmailAddress()));
        if (!named.address().isEmpty()) return named;
        Party sender = new Party(said(from.getSenderName()), said(from.getSenderEmailAddress()));
        return sender.isNobody() ? named : sender;
    }

    static List<Recipient> recipients(PSTMessage from) throws PSTException, IOException {
        List<Recipient> recipients = new ArrayList<>();
        int number = from.getNumberOfRecipients();
        for (int i = 0; i < number; i++) {
            PSTRecipient one = from.getRecipient(i);
            String smtp = said(one.getSmtpAddress());
            String address = smtp.isEmpty() ? said(one.getEmailAddress()) : smtp;
            recipients.add(
                    new Recipient(
                            Line.of(one.getRecipientType()),
                            new Party(said(one.getDisplayName()), address)));
        }
        return recipients;
    }

    private static List<Attachment> attachments(PSTMessage from, int depth)
            throws PSTException, IOException {
        List<Attachment> attachments = new ArrayList<>();
        int number = from.getNumberOfAttachments();
        for (int i = 0; i < number; i++) attachments.add(attachment(from.getAttachment(i), depth));
        return attachments;
    }

    private static Attachment attachment(PSTAttachment from, int depth)
            throws PSTException, IOException {
        PSTMessage message = from.getEmbeddedPSTMessage();
        String longName = said(from.getLongFilename());
        String name = longName.isEmpty() ? said(from.getFilename()) : longName;
        if (message != null)
            return new Attachment(
                    name, "", "", new Content.Message(of(message, Filed.ALONE, depth + 1)));
        Content.Bytes content =
                () -> {
                    try {
                        return from.getFileInputStream();
                    } catch (PSTException e) {
                        throw new IOException(e.getMessage(), e);
                    }
                };
        return new Attachment(
                name,
                said(from.getMimeTag()).toLowerCase(Locale.ROOT),
                said(from.getContentId()),
                content);
    }
}
