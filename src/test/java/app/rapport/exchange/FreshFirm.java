package app.rapport.exchange;

import app.rapport.access.Access;
import app.rapport.access.House;
import app.rapport.access.Members;
import app.rapport.access.Role;
import app.rapport.browser.TestServer;
import app.rapport.database.CurrentWorkspace;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A workspace of its own on a test's server: Nora owns it, Tom sells, and mail comes in. */
public final class FreshFirm {
    private static final DateTimeFormatter MAIL_DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final AtomicInteger FIRMS = new AtomicInteger();
    public static final String PASSWORD = "four sample cartridges";

    private final TestServer server;
    private final int number = FIRMS.incrementAndGet();
    private final Viewer nora;
    private final Viewer tom;

    public FreshFirm(TestServer server) {
        this.server = server;
        nora =
                server.bean(Access.class)
                        .setUp(
                                "Tarn " + number,
                                address(),
                                "Nora",
                                PASSWORD,
                                ZoneId.of("Europe/Berlin"))
                        .viewer();
        tom =
                server.bean(Members.class)
                        .add(
                                nora.workspace(),
                                "tom" + number + "@tarn.example",
                                "Tom",
                                Role.SELLER,
                                Optional.of(PASSWORD),
                                Optional.empty())
                        .viewer();
        in(() -> {
            server.bean(House.class).addOwnAddresses(nora, List.of(address()));
            return true;
        });
    }

    public Viewer nora() {
        return nora;
    }

    public Viewer tom() {
        return tom;
    }

    /** Nora's. */
    public String address() {
        return "nora" + number + "@tarn.example";
    }

    public <T> T in(Supplier<T> work) {
        return CurrentWorkspace.call(nora.workspace(), work);
    }

    /** Whose address it is. */
    public PersonId person(String address) {
        return in(() -> server.bean(People.class).byAddress(nora, List.of(address))).get(address);
    }

    /** By which name a mail of this firm is known, from its number. */
    public String messageId(int mail) {
        return "<" + mail + "@" + number + ".example>";
    }

    /**
     * @param more further lines of its head, each with its end
     */
    public String mail(
            String from,
            String to,
            String more,
            int mail,
            int hoursAgo,
            String subject,
            String words) {
        return "From x Mon Mar  9 09:14:00 2026\nFrom: %s\nTo: %s\n%sDate: %s\nMessage-ID: %s\nSubject: %s\n\n%s\n\n"
                .formatted(
                        from,
                        to,
                        more,
                        MAIL_DATE.format(Instant.now().minus(Duration.ofHours(hoursAgo))),
                        messageId(mail),
                        subject,
                        words);
    }

    /** As Nora's. */
    public void bring(String mbox) {
        in(() -> {
            try {
                Path file = Files.createTempFile("firm", ".mbox");
                Files.writeString(file, mbox);
                FileImport imports = server.bean(FileImport.class);
                imports.run(nora, imports.begin(nora, List.of(file)), _ -> {});
                Files.delete(file);
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
