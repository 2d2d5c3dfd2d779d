package app.rapport.mailboxes;

import app.rapport.access.House;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.ReportSource;
import app.rapport.kernel.ReportTable;
import app.rapport.kernel.ReportTable.Cell;
import app.rapport.kernel.ReportTable.Column;
import app.rapport.kernel.ReportTable.Moment;
import app.rapport.kernel.ReportTable.Nothing;
import app.rapport.kernel.ReportTable.Words;
import app.rapport.kernel.Viewer;
import app.rapport.mailboxes.model.Mailbox;
import app.rapport.mailboxes.store.MailboxRows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose mail comes in by itself, and up to when; nothing of what is in it. */
@Component
class MailboxHealthReport implements ReportSource {
    private final MailboxRows rows;
    private final House house;

    MailboxHealthReport(MailboxRows rows, House house) {
        this.rows = rows;
        this.house = house;
    }

    @Override
    public String key() {
        return "mailboxes";
    }

    @Override
    public String title() {
        return "Mailboxes";
    }

    @Override
    public String question() {
        return "Whose mail comes in by itself, and up to when is it read?";
    }

    @Override
    public int order() {
        return 55;
    }

    @Override
    public ReportTable answer(Viewer viewer, Instant now) {
        List<Mailbox> all = rows.all(viewer);
        Map<MemberId, String> names = house.members(viewer);
        long silent = all.stream().filter(box -> !isWell(box)).count();
        return new ReportTable(
                silent == 0
                        ? "Every connected mailbox is kept up with."
                        : "%,d of %,d mailboxes are silent.".formatted(silent, all.size()),
                List.of(
                        Column.plain("Whose"),
                        Column.plain("State"),
                        Column.plain("Read up to"),
                        Column.plain("Compared with the server")),
                all.stream().map(box -> row(box, names)).toList(),
                "Nobody has connected a mailbox yet.");
    }

    private static boolean isWell(Mailbox box) {
        return box.state() == Mailbox.State.ACTIVE && box.trouble().isEmpty();
    }

    private static List<Cell> row(Mailbox box, Map<MemberId, String> names) {
        String name = names.getOrDefault(box.member(), "");
        return List.of(
                name.isEmpty() ? new Nothing("somebody who left") : Words.of(name),
                Words.of(isWell(box) ? "kept up with" : state(box)),
                moment(box.syncedAt()),
                moment(box.checkedAt()));
    }

    private static String state(Mailbox box) {
        return box.state() == Mailbox.State.ACTIVE ? "tried again" : box.state().word();
    }

    private static Cell moment(Optional<Instant> moment) {
        return moment.<Cell>map(Moment::new).orElseGet(() -> new Nothing("not yet"));
    }
}
