package app.rapport.agenda;

import app.rapport.access.Access;
import app.rapport.access.House;
import app.rapport.access.Member;
import app.rapport.database.CurrentWorkspace;
import app.rapport.exchange.FileImport;
import app.rapport.kernel.Viewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** A workspace of one seller, and the mail that she brings in; all of it invented. */
public final class TodayHouse {
    public static final String OWNER = "nora@tarnteasel.example";
    public static final String PASSWORD = "correct horse battery";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final FileImport imports;
    private final Viewer viewer;
    private final StringBuilder mbox = new StringBuilder();

    public TodayHouse(Access access, House house, FileImport imports) {
        this.imports = imports;
        Member nora =
                access.setUp(
                        "Tarn & Teasel Filters", OWNER, "Nora Pelling", PASSWORD, ZoneOffset.UTC);
        this.viewer = nora.viewer();
        in(() -> {
            house.addOwnAddresses(viewer, List.of(OWNER));
            house.addDomains(viewer, List.of("tarnteasel.example"));
            return null;
        });
    }

    public Viewer viewer() {
        return viewer;
    }

    public <T> T in(Supplier<T> work) {
        return CurrentWorkspace.call(viewer.workspace(), work::get);
    }

    /**
     * @param from as {@code Marta Vesely <m.vesely@quillbrook.example>}
     */
    public TodayHouse mail(String from, String to, Instant at, String subject, String words) {
        mbox.append("From x Thu Jan  1 00:00:00 2026\n")
                .append("From: " + from + "\nTo: " + to + "\n")
                .append("Date: " + DATE.format(at) + " +0000\n")
                .append(
                        "Message-ID: <"
                                + Math.abs((from + at + subject).hashCode())
                                + "@t.example>\n")
                .append("Subject: " + subject + "\n\n" + words + "\n\n");
        return this;
    }

    /** Brings in everything written since the last time. */
    public void bring() {
        try {
            Path file = Files.createTempFile("today", ".mbox");
            Files.writeString(file, mbox);
            mbox.setLength(0);
            in(() -> {
                try {
                    return imports.run(viewer, imports.begin(viewer, List.of(file)), _ -> {});
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
