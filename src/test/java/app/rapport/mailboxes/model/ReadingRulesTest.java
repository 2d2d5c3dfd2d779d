package app.rapport.mailboxes.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of reading a mailbox that need no server. */
class ReadingRulesTest {

    @Test
    void numbers_are_taken_from_one_another_and_named_in_ranges() {
        long[] there = {1, 2, 3, 5, 9, 10};
        assertThat(Uids.without(there, new long[] {2, 4, 9})).containsExactly(1, 3, 5, 10);
        assertThat(Uids.without(there, new long[0])).containsExactly(there);
        assertThat(Uids.without(new long[0], there)).isEmpty();
        assertThat(Uids.set(there)).isEqualTo("1:3,5,9:10");
    }

    @Test
    void a_folder_is_known_by_what_the_server_says_else_by_its_name() {
        assertThat(FolderRole.of("Müll", '/', List.of("\\HasNoChildren", "\\Trash")))
                .isEqualTo(FolderRole.TRASH);
        assertThat(FolderRole.of("INBOX.Gesendet", '.', List.of())).isEqualTo(FolderRole.SENT);
        assertThat(FolderRole.of("Inbox", '/', List.of())).isEqualTo(FolderRole.INBOX);
        assertThat(FolderRole.of("Sent to me", '/', List.of())).isEqualTo(FolderRole.PLAIN);
    }

    @Test
    void everything_is_read_once_and_nothing_that_was_thrown_away() {
        Set<FolderRole> plain = Set.of(FolderRole.INBOX, FolderRole.TRASH, FolderRole.JUNK);
        assertThat(FolderRole.INBOX.usuallyRead(plain)).isTrue();
        assertThat(FolderRole.JUNK.usuallyRead(plain)).isTrue();
        assertThat(FolderRole.TRASH.usuallyRead(plain)).isFalse();
        Set<FolderRole> withAll = Set.of(FolderRole.INBOX, FolderRole.ALL, FolderRole.JUNK);
        assertThat(FolderRole.INBOX.usuallyRead(withAll)).isFalse();
        assertThat(FolderRole.ALL.usuallyRead(withAll)).isTrue();
    }

    @Test
    void a_server_that_is_away_is_tried_later_and_later_and_a_busy_one_is_left_alone() {
        assertThat(Patience.after(MailTrouble.Kind.NO_ANSWER, 1, 0))
                .isEqualTo(Duration.ofSeconds(2));
        assertThat(Patience.after(MailTrouble.Kind.NO_ANSWER, 99, 0))
                .isEqualTo(Duration.ofMinutes(15));
        assertThat(Patience.after(MailTrouble.Kind.BUSY, 1, 0)).isEqualTo(Duration.ofMinutes(2));
        assertThat(Patience.after(MailTrouble.Kind.BUSY, 1, 1))
                .isEqualTo(Duration.ofSeconds(120 + 24));
    }

    @Test
    void all_is_compared_once_a_night_or_as_soon_after_as_can_be() {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        Instant noon = Instant.parse("2026-11-26T11:00:00Z");
        assertThat(Nightly.due(Optional.empty(), noon, zone)).isTrue();
        assertThat(Nightly.due(Optional.of(Instant.parse("2026-11-26T01:59:00Z")), noon, zone))
                .isTrue();
        assertThat(Nightly.due(Optional.of(Instant.parse("2026-11-26T02:01:00Z")), noon, zone))
                .isFalse();
        Instant early = Instant.parse("2026-11-26T01:00:00Z");
        assertThat(Nightly.due(Optional.of(Instant.parse("2026-11-25T02:01:00Z")), early, zone))
                .isFalse();
    }
}
