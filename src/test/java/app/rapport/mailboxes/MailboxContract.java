package app.rapport.mailboxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.access.Refused;
import app.rapport.mailboxes.MailHouse.Brought;
import app.rapport.mailboxes.Mailboxes.Choice;
import app.rapport.mailboxes.imap.ImapSession;
import app.rapport.mailboxes.imap.OpenFolder;
import app.rapport.mailboxes.model.FolderCount;
import app.rapport.mailboxes.model.MailServer;
import app.rapport.mailboxes.model.Mailbox;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What reading a mailbox promises, whatever server it lies on. */
abstract class MailboxContract {
    static final String PASSWORD = "nine-teasels";
    static MailHouse house;
    private MailServer server;
    private ServerSide theirs;

    /** An empty mailbox of that name. */
    abstract MailServer mailbox(String login);

    @BeforeAll
    static void open() {
        house = new MailHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void connect() throws MessagingException {
        house.firm();
        server = mailbox("nora" + System.nanoTime());
        theirs = new ServerSide(server, PASSWORD);
    }

    @AfterEach
    void disconnect() throws MessagingException {
        theirs.close();
    }

    private Mailbox all() {
        return house.connect(server, PASSWORD, Choice.ALL);
    }

    private long touches() {
        return house.number("SELECT count(*) FROM touch");
    }

    @Test
    void each_folder_comes_in_once_and_nothing_on_the_server_looks_read() throws Exception {
        theirs.create("Sent", "Drafts", "Junk", "Trash", "Kunden/Müller".replace('/', '.'));
        theirs.deliver("INBOX", 1, 2, 3);
        theirs.deliver("Sent", 4);
        theirs.deliver("Drafts", 5);
        theirs.deliver("Junk", 6);
        theirs.deliver("Trash", 7);
        theirs.deliver("Kunden.Müller", 8);
        theirs.deliver("INBOX", ServerSide.letter(9), Flags.Flag.DRAFT);
        Mailbox box = all();

        assertThat(house.sync(box)).isEqualTo(new Brought(8, 8, 0, 0));
        assertThat(house.number("SELECT count(*) FROM touch WHERE NOT is_touch")).isEqualTo(3);
        assertThat(theirs.unseen("INBOX")).isEqualTo(4);
        FolderCount inbox = house.count(box, "INBOX");
        assertThat(inbox.onServer()).isEqualTo(4);
        assertThat(inbox.here()).isEqualTo(4);
        assertThat(inbox.complete()).isTrue();
        assertThat(house.count(box, "Trash").chosen()).isFalse();
        assertThat(house.number("SELECT count(*) FROM answer_owed")).isPositive();
        assertThat(house.view(box.id()).mailbox().syncedAt()).isPresent();

        assertThat(house.sync(box)).isEqualTo(new Brought(0, 0, 0, 0));
        theirs.deliver("INBOX", 10);
        assertThat(house.sync(box)).isEqualTo(new Brought(1, 1, 0, 0));
        assertThat(touches()).isEqualTo(9);
    }

    @Test
    void a_message_that_moves_is_one_touch_and_one_that_is_deleted_stays() throws Exception {
        theirs.create("Done");
        theirs.deliver("INBOX", 1, 2, 3);
        Mailbox box = all();
        house.sync(box);
        theirs.moveFirst("INBOX", "Done");
        theirs.expungeFirst("INBOX");

        assertThat(house.sync(box)).isEqualTo(new Brought(1, 0, 1, 0));
        assertThat(touches()).isEqualTo(3);
        FolderCount inbox = house.count(box, "INBOX");
        assertThat(inbox.onServer()).isEqualTo(1);
        assertThat(inbox.here()).isEqualTo(1);
        assertThat(inbox.gone()).isEqualTo(2);
        assertThat(house.count(box, "Done").here()).isEqualTo(1);
    }

    @Test
    void spam_that_its_owner_moves_to_the_inbox_becomes_a_touch() throws Exception {
        theirs.create("Junk");
        theirs.deliver("Junk", 1);
        Mailbox box = all();
        house.sync(box);
        assertThat(house.number("SELECT count(*) FROM touch WHERE is_touch")).isZero();
        theirs.moveFirst("Junk", "INBOX");
        house.sync(box);
        assertThat(house.number("SELECT count(*) FROM touch WHERE is_touch")).isEqualTo(1);
        assertThat(touches()).isEqualTo(1);
    }

    @Test
    void a_folder_that_is_numbered_anew_is_read_again_and_everything_is_known() throws Exception {
        theirs.create("Work");
        theirs.deliver("Work", 1, 2);
        Mailbox box = all();
        house.sync(box);
        long before = house.number("SELECT uid_validity FROM mailbox_folder WHERE name = 'Work'");
        theirs.delete("Work");
        Thread.sleep(1_100); // servers number by the clock
        theirs.create("Work");
        theirs.deliver("Work", 2, 1);

        assertThat(house.sync(box)).isEqualTo(new Brought(2, 0, 2, 0));
        assertThat(house.number("SELECT uid_validity FROM mailbox_folder WHERE name = 'Work'"))
                .isNotEqualTo(before);
        assertThat(touches()).isEqualTo(2);
        assertThat(house.count(box, "Work").here()).isEqualTo(2);
    }

    @Test
    void a_gap_is_shown_found_and_mended() throws Exception {
        theirs.deliver("INBOX", 1, 2, 3);
        Mailbox box = all();
        house.sync(box);
        house.update(
                "DELETE FROM touch WHERE id = (SELECT touch_id FROM mailbox_message ORDER BY uid LIMIT 1)");
        house.update(
                "DELETE FROM touch_owner WHERE touch_id = (SELECT touch_id FROM mailbox_message ORDER BY uid DESC LIMIT 1)");
        assertThat(house.count(box, "INBOX").toCome()).isEqualTo(1);

        assertThat(house.sync(box)).isEqualTo(new Brought(2, 1, 1, 0));
        FolderCount mended = house.count(box, "INBOX");
        assertThat(mended.gap()).isEqualTo(2);
        assertThat(mended.mended()).isEqualTo(2);
        assertThat(mended.complete()).isTrue();
        assertThat(house.number("SELECT count(*) FROM touch_owner")).isEqualTo(3);
    }

    @Test
    void cut_short_at_any_batch_it_goes_on_with_none_lost_and_none_twice() throws Exception {
        theirs.deliver("INBOX", IntStream.range(0, 260).toArray());
        Mailbox box = all();
        assertThatThrownBy(() ->
                        house.sync(
                                box,
                                _ -> {
                                    throw new IllegalStateException("the power went");
                                }))
                .hasMessage("the power went");
        assertThat(touches()).isEqualTo(250);
        assertThat(house.count(box, "INBOX").toCome()).isEqualTo(10);

        assertThat(house.sync(box)).isEqualTo(new Brought(10, 10, 0, 0));
        assertThat(touches()).isEqualTo(260);
        assertThat(house.number("SELECT count(*) FROM mailbox_message")).isEqualTo(260);
        assertThat(house.count(box, "INBOX").gap()).isZero();
    }

    @Test
    void only_chosen_folders_and_only_from_that_day_on() throws Exception {
        theirs.create("Sent");
        theirs.deliver("INBOX", 1);
        theirs.deliver("Sent", 2);
        Choice tomorrow = new Choice(Set.of("INBOX"), Optional.of(LocalDate.now().plusDays(2)));
        Mailbox box = house.connect(server, PASSWORD, tomorrow);
        assertThat(house.sync(box)).isEqualTo(new Brought(0, 0, 0, 0));
        FolderCount inbox = house.count(box, "INBOX");
        assertThat(inbox.older()).isEqualTo(1);
        assertThat(inbox.complete()).isTrue();
        house.inside(mailboxes -> {
            mailboxes.remove(house.viewer(), box);
            return box;
        });
        Mailbox sent =
                house.connect(server, PASSWORD, new Choice(Set.of("Sent"), Optional.empty()));
        assertThat(house.sync(sent)).isEqualTo(new Brought(1, 1, 0, 0));
        assertThatThrownBy(() ->
                        house.connect(
                                server, PASSWORD, new Choice(Set.of("Nope"), Optional.empty())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("There is no folder Nope. Choose among INBOX, Sent");
        assertThatThrownBy(this::all).hasMessage("This mailbox is connected already");
    }

    @Test
    void the_server_tells_of_new_mail_and_somebody_may_wake_us_before() throws Exception {
        theirs.deliver("INBOX", 1);
        Semaphore wakes = new Semaphore(0);
        try (ImapSession session = ImapSession.open(server, PASSWORD)) {
            assertThat(session.tells()).isTrue();
            for (Executable cause :
                    List.<Executable>of(() -> theirs.deliver("INBOX", 2), wakes::release)) {
                Instant began = Instant.now();
                try (OpenFolder open = session.examine("INBOX")) {
                    Thread later = Thread.ofVirtual().start(() -> after(500, cause));
                    open.awaitNews(Duration.ofSeconds(20), wakes);
                    later.join();
                }
                assertThat(Duration.between(began, Instant.now()))
                        .isBetween(Duration.ofMillis(400), Duration.ofSeconds(10));
            }
        }
    }

    private static void after(int millis, Executable work) {
        try {
            Thread.sleep(millis);
            work.execute();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_mailbox_ends_with_what_was_read_or_without() throws Exception {
        theirs.deliver("INBOX", 1, 2);
        Mailbox box = all();
        house.sync(box);
        house.inside(mailboxes -> {
            mailboxes.remove(house.viewer(), box);
            return box;
        });
        assertThat(touches()).isEqualTo(2);

        Mailbox again = all();
        assertThat(house.sync(again)).isEqualTo(new Brought(2, 0, 2, 0));
        theirs.deliver("INBOX", 3);
        house.sync(again);
        house.inside(mailboxes -> {
            mailboxes.removeAll(house.viewer(), again);
            return again;
        });
        assertThat(touches()).isEqualTo(2); // what the first one brought too
        assertThat(house.number("SELECT count(*) FROM mailbox_message")).isZero();
    }
}
