package app.rapport.kills;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import org.slf4j.LoggerFactory;

/** A mail server that nobody kills: what came to it, and a mailbox to read. */
final class Post implements AutoCloseable {
    static final String PASSWORD = "correct horse";

    private final GreenMail server =
            new GreenMail(
                    new ServerSetup[] {
                        ServerSetup.IMAP.dynamicPort(), ServerSetup.SMTP.dynamicPort()
                    });
    private int mailboxes;

    Post() {
        ((Logger) LoggerFactory.getLogger("com.icegreen")).setLevel(Level.OFF);
        server.start();
    }

    /** Opens an empty mailbox; whose it is. */
    String mailbox() {
        String user = "nora" + ++mailboxes;
        server.setUser(user + "@tarn.example", user, PASSWORD);
        return user;
    }

    int imapPort() {
        return server.getImap().getPort();
    }

    int smtpPort() {
        return server.getSmtp().getPort();
    }

    /** Puts letters into the mailbox. */
    void deliver(String user, int letters, String tag) throws Exception {
        GreenMailUser nora = server.getUserManager().getUser(user);
        Session session = Session.getInstance(new Properties());
        for (int i = 0; i < letters; i++)
            nora.deliver(
                    new MimeMessage(
                            session,
                            new ByteArrayInputStream(
                                    Letters.letter(i, tag).getBytes(StandardCharsets.UTF_8))));
    }

    /** How often a mail of that subject came. */
    long arrived(String subject) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message ->
                        GreenMailUtil.getHeaders(message).contains("Subject: " + subject))
                .count();
    }

    @Override
    public void close() {
        server.stop();
    }
}
