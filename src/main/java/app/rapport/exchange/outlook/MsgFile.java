package app.rapport.exchange.outlook;

import app.rapport.exchange.outlook.StoredMail.Attachment;
import app.rapport.exchange.outlook.StoredMail.Content;
import app.rapport.exchange.outlook.StoredMail.Filed;
import app.rapport.exchange.outlook.StoredMail.Line;
import app.rapport.exchange.outlook.StoredMail.Party;
import app.rapport.exchange.outlook.StoredMail.Recipient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A .msg file: one item of Outlook, taken when it is a message. */
public final class MsgFile {
    private static final int DEEPEST = 5;
    private static final int DRAFT = 0x08; // MSGFLAG_UNSENT

    private MsgFile() {}

    /**
     * @param most bytes of the message that are taken
     */
    public static OutlookItem read(byte[] file, int most) {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(file))) {
            MsgStorage message = MsgStorage.of(files.getRoot(), MsgStorage.OF_FILE);
            ItemClass kind = ItemClass.of(message.text(Tag.MESSAGE_CLASS));
            Limited bytes = new Limited(most);
            InternetMail.write(mail(message, kind, 0), bytes);
            return new OutlookItem("", 1, bytes.bytes(), kind.refusal());
        } catch (Limited.Full e) {
            return refused(OutlookWords.TOO_LONG);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return refused(
                    "The Outlook message is damaged (%s). Save it again in Outlook, then bring it again"
                            .formatted(OutlookWords.why(e)));
        }
    }

    private static OutlookItem refused(String problem) {
        return new OutlookItem("", 1, new byte[0], Optional.of(problem));
    }

    private static StoredMail mail(MsgStorage from, ItemClass kind, int depth) throws IOException {
        String html = from.html(Tag.HTML);
        String text = from.text(Tag.BODY);
        Optional<String> rich =
                html.isBlank() && text.isBlank()
                        ? from.binary(Tag.RTF).map(RtfText::ofCompressed)
                        : Optional.empty();
        List<Recipient> recipients = new ArrayList<>();
        for (MsgStorage one : from.parts("__recip_version1.0_"))
            recipients.add(
                    new Recipient(
                            Line.of(one.number(Tag.RECIPIENT_TYPE).orElse(1)),
                            new Party(
                                    one.text(Tag.DISPLAY_NAME),
                                    first(one.text(Tag.SMTP_ADDRESS), one.text(Tag.ADDRESS)))));
        List<Attachment> attachments = new ArrayList<>();
        for (MsgStorage one : from.parts("__attach_version1.0_"))
            if (depth < DEEPEST) attachments.add(attachment(one, depth));
        return new StoredMail(
                from.text(Tag.HEADERS),
                from.text(Tag.MESSAGE_ID),
                from.text(Tag.IN_REPLY_TO),
                from.text(Tag.REFERENCES),
                from.text(Tag.SUBJECT),
                from.time(Tag.SUBMITTED).or(() -> from.time(Tag.DELIVERED)),
                from(from),
                recipients,
                rich.orElse(text),
                html,
                attachments,
                kind == ItemClass.MEETING_MAIL,
                new Filed("", (from.number(Tag.FLAGS).orElse(0) & DRAFT) != 0, false));
    }

    /** In whose name it was written, which is seldom somebody else than who wrote it. */
    private static Party from(MsgStorage from) {
        Party named =
                new Party(
                        from.text(Tag.FROM_NAME),
                        first(from.text(Tag.FROM_SMTP), from.text(Tag.FROM_ADDRESS)));
        if (!named.address().isEmpty()) return named;
        Party sender =
                new Party(
                        from.text(Tag.SENDER_NAME),
                        first(from.text(Tag.SENDER_SMTP), from.text(Tag.SENDER_ADDRESS)));
        return sender.isNobody() ? named : sender;
    }

    private static Attachment attachment(MsgStorage from, int depth) throws IOException {
        Optional<MsgStorage> message = from.message(Tag.ATTACH_DATA);
        String name =
                first(
                        from.text(Tag.ATTACH_LONG_NAME),
                        from.text(Tag.ATTACH_NAME),
                        from.text(Tag.DISPLAY_NAME));
        if (message.isPresent()) {
            ItemClass kind = ItemClass.of(message.get().text(Tag.MESSAGE_CLASS));
            return new Attachment(
                    name, "", "", new Content.Message(mail(message.get(), kind, depth + 1)));
        }
        // read when it is written: a small file may name one stream as a thousand attachments
        Content.Bytes content =
                () -> new ByteArrayInputStream(from.binary(Tag.ATTACH_DATA).orElse(new byte[0]));
        return new Attachment(
                name,
                from.text(Tag.ATTACH_TYPE).toLowerCase(Locale.ROOT),
                from.text(Tag.ATTACH_CONTENT_ID),
                content);
    }

    private static String first(String... values) {
        for (String value : values) if (!value.isBlank()) return value;
        return "";
    }

    /** Numbers of properties, [MS-OXPROPS]. */
    private static final class Tag {
        static final int MESSAGE_CLASS = 0x001a;
        static final int SUBJECT = 0x0037;
        static final int SUBMITTED = 0x0039;
        static final int FROM_NAME = 0x0042;
        static final int FROM_ADDRESS = 0x0065;
        static final int HEADERS = 0x007d;
        static final int RECIPIENT_TYPE = 0x0c15;
        static final int SENDER_NAME = 0x0c1a;
        static final int SENDER_ADDRESS = 0x0c1f;
        static final int DELIVERED = 0x0e06;
        static final int FLAGS = 0x0e07;
        static final int BODY = 0x1000;
        static final int RTF = 0x1009;
        static final int HTML = 0x1013;
        static final int MESSAGE_ID = 0x1035;
        static final int REFERENCES = 0x1039;
        static final int IN_REPLY_TO = 0x1042;
        static final int DISPLAY_NAME = 0x3001;
        static final int ADDRESS = 0x3003;
        static final int ATTACH_DATA = 0x3701;
        static final int ATTACH_NAME = 0x3704;
        static final int ATTACH_LONG_NAME = 0x3707;
        static final int ATTACH_TYPE = 0x370e;
        static final int ATTACH_CONTENT_ID = 0x3712;
        static final int SMTP_ADDRESS = 0x39fe;
        static final int SENDER_SMTP = 0x5d01;
        static final int FROM_SMTP = 0x5d02;

        private Tag() {}
    }
}
