package app.rapport.mailboxes;

import app.rapport.mailboxes.model.MailServer;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import javax.net.SocketFactory;

/** A mailbox as its owner's mail program sees it: everything over IMAP, on whatever server. */
final class ServerSide implements AutoCloseable {
    private final Session session = Session.getInstance(properties());
    private final Store store;

    ServerSide(MailServer server, String password) throws MessagingException {
        store = session.getStore("imap");
        store.connect(server.host(), server.port(), server.login(), password);
    }

    void create(String... names) throws MessagingException {
        for (String name : names) store.getFolder(name).create(Folder.HOLDS_MESSAGES);
    }

    static String letter(int number) {
        return """
        From: Writer %1$d <writer%1$d@quillbrook.example>
        To: nora@teasel.example
        Date: Mon, 6 May 2024 10:%2$02d:%3$02d +0000
        Message-ID: <letter-%1$d@quillbrook.example>
        Subject: Order %1$d

        Could you send number %1$d again, Nora?
        """
                .formatted(number, number / 60 % 60, number % 60);
    }

    void deliver(String folder, int... numbers) throws MessagingException {
        Message[] messages = new Message[numbers.length];
        for (int i = 0; i < numbers.length; i++) messages[i] = message(letter(numbers[i]));
        store.getFolder(folder).appendMessages(messages);
    }

    void deliver(String folder, String raw, Flags.Flag... flags) throws MessagingException {
        Message message = message(raw);
        for (Flags.Flag flag : flags) message.setFlag(flag, true);
        store.getFolder(folder).appendMessages(new Message[] {message});
    }

    private Message message(String raw) throws MessagingException {
        byte[] bytes = raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return new MimeMessage(session, new ByteArrayInputStream(bytes));
    }

    long count(String name) throws MessagingException {
        Folder folder = store.getFolder(name);
        folder.open(Folder.READ_ONLY);
        long count = folder.getMessageCount();
        folder.close(false);
        return count;
    }

    long unseen(String name) throws MessagingException {
        Folder folder = store.getFolder(name);
        folder.open(Folder.READ_ONLY);
        long unseen =
                Arrays.stream(folder.getMessages()).filter(message -> !isSeen(message)).count();
        folder.close(false);
        return unseen;
    }

    private static boolean isSeen(Message message) {
        try {
            return message.isSet(Flags.Flag.SEEN);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Throws the first message away for good. */
    void expungeFirst(String name) throws MessagingException {
        Folder folder = store.getFolder(name);
        folder.open(Folder.READ_WRITE);
        folder.getMessage(1).setFlag(Flags.Flag.DELETED, true);
        folder.close(true);
    }

    void moveFirst(String from, String to) throws MessagingException {
        Folder folder = store.getFolder(from);
        folder.open(Folder.READ_WRITE);
        Message first = folder.getMessage(1);
        folder.copyMessages(new Message[] {first}, store.getFolder(to));
        first.setFlag(Flags.Flag.DELETED, true);
        folder.close(true);
    }

    void delete(String name) throws MessagingException {
        store.getFolder(name).delete(false);
    }

    @Override
    public void close() throws MessagingException {
        store.close();
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.put("mail.imap.socketFactory", new AtOnce());
        return properties;
    }

    /** Sends small packets without waiting for more: each command would take forty milliseconds. */
    private static final class AtOnce extends SocketFactory {
        @Override
        public Socket createSocket() throws IOException {
            Socket socket = new Socket();
            socket.setTcpNoDelay(true);
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return connected(new InetSocketAddress(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort)
                throws IOException {
            return createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return connected(new InetSocketAddress(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
                throws IOException {
            return createSocket(host, port);
        }

        private Socket connected(InetSocketAddress at) throws IOException {
            Socket socket = createSocket();
            socket.connect(at);
            return socket;
        }
    }
}
