package app.rapport.mailboxes.imap;

import app.rapport.mailboxes.model.Folder.Standing;
import app.rapport.mailboxes.model.FolderRole;
import app.rapport.mailboxes.model.MailServer;
import app.rapport.mailboxes.model.MailTrouble;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.search.MessageIDTerm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.Status;

/**
 * A mail server that has let us in. Folders are opened by EXAMINE and messages fetched by
 * BODY.PEEK, so that nothing looks read that its owner has not read. All that we ever write is a
 * copy of what was sent from here.
 */
public final class ImapSession implements AutoCloseable {
    private static final Duration TRY_OUT = Duration.ofSeconds(15);
    private static final Duration USUAL = Duration.ofSeconds(60);

    private final MailServer server;
    private final IMAPStore store;

    private ImapSession(MailServer server, IMAPStore store) {
        this.server = server;
        this.store = store;
    }

    /**
     * A folder as the server lists it.
     *
     * @param messages how many lie in it
     */
    public record Listed(String name, FolderRole role, long messages) {}

    /**
     * @throws MailTrouble when it does not let us in
     */
    public static ImapSession open(MailServer server, String secret) {
        return open(server, secret, USUAL);
    }

    /** The same with little patience, for somebody who waits for the answer. */
    public static ImapSession tryOut(MailServer server, String secret) {
        return open(server, secret, TRY_OUT);
    }

    private static ImapSession open(MailServer server, String secret, Duration patience) {
        try {
            Session session = Session.getInstance(settings(server, patience));
            IMAPStore store = (IMAPStore) session.getStore(protocol(server));
            store.connect(server.host(), server.port(), server.login(), secret);
            return new ImapSession(server, store);
        } catch (MessagingException e) {
            throw Troubles.of(e, server);
        }
    }

    private static String protocol(MailServer server) {
        return server.security() == MailServer.Security.IMPLICIT ? "imaps" : "imap";
    }

    private static Properties settings(MailServer server, Duration patience) {
        Properties settings = new Properties();
        String prefix = "mail." + protocol(server) + ".";
        String millis = String.valueOf(patience.toMillis());
        settings.setProperty(prefix + "connectiontimeout", String.valueOf(TRY_OUT.toMillis()));
        settings.setProperty(prefix + "timeout", millis);
        settings.setProperty(prefix + "writetimeout", millis);
        settings.setProperty(prefix + "connectionpoolsize", "1");
        settings.setProperty(prefix + "ssl.checkserveridentity", "true");
        boolean start = server.security() == MailServer.Security.STARTTLS;
        settings.setProperty(prefix + "starttls.enable", String.valueOf(start));
        settings.setProperty(prefix + "starttls.required", String.valueOf(start));
        if (server.method() == MailServer.Method.XOAUTH2)
            settings.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
        return settings;
    }

    /** What can fail on the line. */
    interface Doing<T> {
        T now() throws MessagingException;
    }

    <T> T told(Doing<T> doing) {
        try {
            return doing.now();
        } catch (MessagingException e) {
            throw Troubles.of(e, server);
        }
    }

    /** All folders that hold messages; how many only where it is asked. */
    public List<Listed> folders(boolean counted) {
        return told(() -> {
            List<Listed> listed = new ArrayList<>();
            for (Folder folder : store.getDefaultFolder().list("*")) {
                if ((folder.getType() & Folder.HOLDS_MESSAGES) == 0) continue;
                List<String> attributes = List.of(((IMAPFolder) folder).getAttributes());
                listed.add(
                        new Listed(
                                folder.getFullName(),
                                FolderRole.of(
                                        folder.getFullName(), folder.getSeparator(), attributes),
                                counted ? standing(folder.getFullName()).messages() : 0));
            }
            return listed;
        });
    }

    /** How a folder stands, without opening it. */
    public Standing standing(String name) {
        List<String> items = new ArrayList<>(List.of("MESSAGES", "UIDNEXT", "UIDVALIDITY"));
        return told(() -> {
            if (store.hasCapability("CONDSTORE")) items.add("HIGHESTMODSEQ");
            IMAPFolder any = (IMAPFolder) store.getDefaultFolder();
            Status status =
                    (Status) any.doCommand(line -> line.status(name, items.toArray(String[]::new)));
            return new Standing(
                    status.uidvalidity,
                    status.uidnext,
                    Math.max(0, status.total),
                    Math.max(0, status.highestmodseq));
        });
    }

    /** Opens a folder to read. */
    public OpenFolder examine(String name) {
        return told(() -> {
            IMAPFolder folder = (IMAPFolder) store.getFolder(name);
            folder.open(Folder.READ_ONLY);
            return new OpenFolder(this, folder);
        });
    }

    /**
     * Puts a sent mail into a folder, unless it lies there already: many servers keep a copy by
     * themselves, and a crash may have come after ours.
     */
    public void file(String name, SentMail mail) {
        told(() -> {
            IMAPFolder folder = (IMAPFolder) store.getFolder(name);
            if (!has(folder, mail)) folder.appendMessages(new Message[] {mail.message()});
            return true;
        });
    }

    private static boolean has(IMAPFolder folder, SentMail mail) throws MessagingException {
        Optional<String> id = mail.id();
        if (id.isEmpty()) return false;
        folder.open(Folder.READ_ONLY);
        try {
            return folder.search(new MessageIDTerm(id.get())).length > 0;
        } finally {
            folder.close(false);
        }
    }

    /** Whether the server tells of new mail by itself (RFC 2177). */
    public boolean tells() {
        return told(() -> store.hasCapability("IDLE"));
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (MessagingException e) {
            // it was closed from the other side
        }
    }
}
