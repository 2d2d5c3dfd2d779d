package app.rapport.mailboxes;

import app.rapport.access.Access;
import app.rapport.access.House;
import app.rapport.browser.TestServer;
import app.rapport.database.CurrentWorkspace;
import app.rapport.exchange.model.Progress;
import app.rapport.kernel.Viewer;
import app.rapport.mailboxes.Mailboxes.Choice;
import app.rapport.mailboxes.Mailboxes.View;
import app.rapport.mailboxes.model.FolderCount;
import app.rapport.mailboxes.model.MailServer;
import app.rapport.mailboxes.model.Mailbox;
import app.rapport.mailboxes.model.MailboxId;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The program without its web, and in it a firm of each test's own. */
final class MailHouse implements AutoCloseable {
    private final TestServer program = TestServer.withoutWeb();
    private int workspaces;
    private Viewer viewer;

    MailHouse() {
        viewer = firm();
    }

    Viewer firm() {
        int n = ++workspaces;
        viewer =
                bean(Access.class)
                        .setUp(
                                "Tarn " + n,
                                "owner" + n + "@tarn.example",
                                "Nora Pelling",
                                "Correct-Horse-9",
                                ZoneId.of("UTC"))
                        .viewer();
        CurrentWorkspace.run(
                viewer.workspace(),
                () -> bean(House.class).addOwnAddresses(viewer, List.of("nora@teasel.example")));
        return viewer;
    }

    Viewer viewer() {
        return viewer;
    }

    <T> T bean(Class<T> type) {
        return program.bean(type);
    }

    <T> T inside(Function<Mailboxes, T> work) {
        return CurrentWorkspace.call(viewer.workspace(), () -> work.apply(bean(Mailboxes.class)));
    }

    Mailbox connect(MailServer server, String secret, Choice choice) {
        MailboxId id = inside(mailboxes -> mailboxes.add(viewer, server, secret, choice));
        return view(id).mailbox();
    }

    View view(MailboxId id) {
        return inside(mailboxes -> mailboxes.one(viewer, id).orElseThrow());
    }

    /** What one reading brought. */
    record Brought(long read, long stored, long known, long aside) {}

    Brought sync(Mailbox box) {
        return sync(box, _ -> {});
    }

    Brought sync(Mailbox box, Consumer<Progress> watcher) {
        Progress before = view(box.id()).progress();
        CurrentWorkspace.run(
                viewer.workspace(), () -> bean(MailboxSync.class).sync(viewer, box, watcher));
        Progress after = view(box.id()).progress();
        return new Brought(
                after.read() - before.read(),
                after.stored() - before.stored(),
                after.alreadyKnown() - before.alreadyKnown(),
                after.setAside() - before.setAside());
    }

    FolderCount count(Mailbox box, String folder) {
        return view(box.id()).folders().stream()
                .filter(one -> one.name().equals(folder))
                .findFirst()
                .orElseThrow();
    }

    long number(String sql) {
        return CurrentWorkspace.call(
                viewer.workspace(),
                () -> bean(JdbcClient.class).sql(sql).query(Long.class).single());
    }

    int update(String sql) {
        return CurrentWorkspace.call(
                viewer.workspace(), () -> bean(JdbcClient.class).sql(sql).update());
    }

    @Override
    public void close() {
        program.close();
    }
}
