package app.rapport.mailboxes;

import app.rapport.mailboxes.model.MailServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.util.FileSystemUtils;

/**
 * The same on a real server: Debian's Dovecot, where it is installed or unpacked and we are root.
 */
@EnabledIf(value = "isThere", disabledReason = "no Dovecot, or not root")
class DovecotTest extends MailboxContract {
    /** An unpacked one, which expects to lie in /usr; without, the machine's own. */
    private static final Optional<Path> UNPACKED =
            Optional.ofNullable(System.getenv("RAPPORT_TEST_DOVECOT")).map(Path::of);

    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");
    private static Path folder;
    private static Process server;
    private static int port;

    static boolean isThere() {
        Path program = UNPACKED.map(root -> root.resolve("usr/sbin/dovecot")).orElse(PROGRAM);
        return Files.isExecutable(program) && System.getProperty("user.name").equals("root");
    }

    @BeforeAll
    static void start() throws Exception {
        folder =
                Files.createTempDirectory(
                        "dovecot",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwxr-xr-x")));
        Path mail = Files.createDirectory(folder.resolve("mail"));
        Files.setPosixFilePermissions(mail, PosixFilePermissions.fromString("rwxrwxrwx"));
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Path settings = Files.writeString(folder.resolve("dovecot.conf"), settings());
        server =
                new ProcessBuilder(command(settings))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("out").toFile())
                        .start();
        await();
    }

    /** What is unpacked is laid over /usr, for this process alone. */
    private static List<String> command(Path settings) {
        String run = "exec %s -F -c %s".formatted(PROGRAM, settings);
        if (UNPACKED.isEmpty()) return List.of("sh", "-c", run);
        String over =
                "mount -t overlay overlay -o lowerdir=%s:/usr /usr && "
                        .formatted(UNPACKED.get().resolve("usr"));
        return List.of("unshare", "-m", "sh", "-c", over + run);
    }

    private static String settings() {
        return """
        protocols = imap
        base_dir = %1$s/run
        state_dir = %1$s/state
        log_path = %1$s/log
        default_login_user = nobody
        default_internal_user = nobody
        default_internal_group = nogroup
        listen = 127.0.0.1
        ssl = no
        disable_plaintext_auth = no
        mail_location = maildir:%1$s/mail/%%u
        passdb {
          driver = static
          args = password=%2$s
        }
        userdb {
          driver = static
          args = uid=nobody gid=nogroup home=%1$s/mail/%%u
        }
        service imap-login {
          inet_listener imap {
            port = %3$d
          }
          inet_listener imaps {
            port = 0
          }
        }
        namespace inbox {
          inbox = yes
          mailbox Junk {
            special_use = \\Junk
          }
          mailbox Trash {
            special_use = \\Trash
          }
          mailbox Drafts {
            special_use = \\Drafts
          }
        }
        """
                .formatted(folder, PASSWORD, port);
    }

    private static void await() throws Exception {
        for (int i = 0; i < 100; i++) {
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException e) {
                Thread.sleep(Duration.ofMillis(50));
            }
        }
        throw new IllegalStateException(
                "Dovecot does not start: " + Files.readString(folder.resolve("out")));
    }

    @AfterAll
    static void stop() throws Exception {
        if (server == null) return;
        server.destroy();
        server.waitFor();
        FileSystemUtils.deleteRecursively(folder);
    }

    @Override
    MailServer mailbox(String login) {
        return new MailServer(
                "127.0.0.1", port, MailServer.Security.NONE, login, MailServer.Method.PASSWORD);
    }
}
