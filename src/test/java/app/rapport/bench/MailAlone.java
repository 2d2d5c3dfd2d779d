package app.rapport.bench;

import app.rapport.exchange.files.FileItem;
import app.rapport.exchange.files.MailFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/**
 * The control of the mail import: mime4j alone reads the same files by the same splitter, in one
 * thread, and decodes each text part. A process of its own, with the program's Java options.
 */
public final class MailAlone {
    private long messages;
    private long characters;

    private MailAlone() {}

    public static void main(String[] args) throws IOException {
        MailAlone reading = new MailAlone();
        for (Path file : MailFiles.below(Path.of(args[0])))
            MailFiles.each(file, file.toString(), 0, reading::read);
        System.out.println(reading.messages + " " + reading.characters);
    }

    private boolean read(FileItem item) throws IOException {
        messages++;
        Message message = builder().parseMessage(new ByteArrayInputStream(item.content()));
        read(message);
        message.dispose();
        return true;
    }

    private static DefaultMessageBuilder builder() {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE); // its usual limits refuse real mail
        return builder;
    }

    private void read(Entity entity) throws IOException {
        Body body = entity.getBody();
        if (body instanceof Multipart parts) {
            for (Entity part : parts.getBodyParts()) read(part);
        } else if (body instanceof Message message) {
            read(message);
        } else if (body instanceof TextBody text) {
            try (Reader reader = text.getReader()) {
                characters += reader.transferTo(java.io.Writer.nullWriter());
            } catch (java.io.UnsupportedEncodingException | IllegalArgumentException e) {
                characters++; // a charset that this Java does not know
            }
        }
    }
}
