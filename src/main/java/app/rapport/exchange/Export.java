package app.rapport.exchange;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.conversations.WholeArchive;
import app.rapport.exchange.out.AccountTable;
import app.rapport.exchange.out.Cards;
import app.rapport.exchange.out.ContactTable;
import app.rapport.exchange.out.FolderOutlet;
import app.rapport.exchange.out.MboxWriter;
import app.rapport.exchange.out.Names;
import app.rapport.exchange.out.Outlet;
import app.rapport.exchange.out.ZipOutlet;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.people.Everybody;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything of a workspace as plain files that any other program reads. All files show the same
 * moment: they are read in one transaction that sees no later change.
 */
@Service
public class Export {
    private static final List<String> FILES =
            List.of("contacts.csv", "contacts.vcf", "accounts.csv", "touches.jsonl", "mail.mbox");

    private final Everybody everybody;
    private final WholeArchive archive;
    private final List<ExportSource> others;
    private final Access access;
    private final TransactionTemplate transaction;

    Export(
            Everybody everybody,
            WholeArchive archive,
            List<ExportSource> others,
            Access access,
            PlatformTransactionManager transactions) {
        this.everybody = everybody;
        this.archive = archive;
        this.others = others;
        this.access = access;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** What an export holds: the files of people and talks, and those of other rooms. */
    public List<String> files() {
        return Stream.concat(FILES.stream(), others.stream().map(ExportSource::file)).toList();
    }

    /**
     * @param records contacts, accounts, touches or mails in it
     */
    public record Written(String name, long records, long bytes) {}

    /**
     * Mail is the viewer's own; of colleagues' mail the list of touches says when and who.
     *
     * @throws FolderOutlet.Occupied when the folder holds anything but an export
     */
    public List<Written> toFolder(Viewer viewer, Path folder) throws IOException {
        try (FolderOutlet outlet = FolderOutlet.at(folder, files())) {
            List<Written> written = to(viewer, outlet);
            outlet.keep();
            return written;
        }
    }

    public void toZip(Viewer viewer, OutputStream out) throws IOException {
        try (ZipOutlet outlet = new ZipOutlet(out)) {
            to(viewer, outlet);
        }
    }

    private List<Written> to(Viewer viewer, Outlet outlet) throws IOException {
        try {
            return transaction.execute(_ -> new Writing(viewer, outlet).all());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** One export on its way. */
    private final class Writing {
        private final Viewer viewer;
        private final Outlet outlet;
        private final Map<MemberId, String> known = new HashMap<>();
        private final Names names;
        private final List<Written> written = new ArrayList<>();

        Writing(Viewer viewer, Outlet outlet) {
            this.viewer = viewer;
            this.outlet = outlet;
            this.names =
                    member ->
                            known.computeIfAbsent(
                                    member,
                                    id ->
                                            access.member(viewer.workspace(), id)
                                                    .map(Member::email)
                                                    .orElse(""));
        }

        List<Written> all() {
            file("contacts.csv", this::contactTable);
            file("contacts.vcf", this::cards);
            file("accounts.csv", this::accountTable);
            file("touches.jsonl", this::touches);
            file("mail.mbox", this::mails);
            for (ExportSource other : others)
                file(other.file(), (out, records) -> records.n = other.write(viewer, out));
            return written;
        }

        private void file(String name, Content content) {
            try (Counted out = new Counted(outlet.file(name))) {
                Count records = new Count();
                content.write(out, records);
                out.flush();
                written.add(new Written(name, records.n, out.bytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void contactTable(OutputStream out, Count records) throws IOException {
            try (ContactTable table = new ContactTable(text(out), names, everybody.most(viewer))) {
                everybody.contacts(viewer, records.each(table::add));
            }
        }

        private void cards(OutputStream out, Count records) throws IOException {
            try (Cards cards = new Cards(text(out))) {
                everybody.contacts(viewer, records.each(cards::add));
            }
        }

        private void accountTable(OutputStream out, Count records) throws IOException {
            try (AccountTable table = new AccountTable(text(out), names)) {
                everybody.accounts(viewer, records.each(table::add));
            }
        }

        private void touches(OutputStream out, Count records) throws IOException {
            JsonMapper json = JsonMapper.shared();
            try (Writer lines = text(out)) {
                archive.touches(
                        viewer,
                        records.each(touch ->
                                lines.append(json.writeValueAsString(touch)).append('\n')));
            }
        }

        private void mails(OutputStream out, Count records) throws IOException {
            try (MboxWriter mbox = new MboxWriter(out)) {
                archive.originals(
                        viewer,
                        (sender, at, content) -> {
                            mbox.add(sender, at, content);
                            records.n++;
                        });
            }
        }
    }

    private static Writer text(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }

    private interface Content {
        void write(OutputStream out, Count records) throws IOException;
    }

    private interface Row<T> {
        void write(T row) throws IOException;
    }

    private static final class Count {
        private long n;

        <T> java.util.function.Consumer<T> each(Row<T> row) {
            return one -> {
                try {
                    row.write(one);
                    n++;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            };
        }
    }

    /** Counts what goes by; closed twice it ends its file once. */
    private static final class Counted extends BufferedOutputStream {
        private long bytes;
        private boolean closed;

        Counted(OutputStream out) {
            super(out, 1 << 16);
        }

        @Override
        public synchronized void write(int b) throws IOException {
            bytes++;
            super.write(b);
        }

        @Override
        public synchronized void write(byte[] from, int offset, int length) throws IOException {
            bytes += length;
            super.write(from, offset, length);
        }

        @Override
        public void close() throws IOException {
            if (closed) return;
            closed = true;
            super.close();
        }

        long bytes() {
            return bytes;
        }
    }
}
