package app.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.exchange.Bringing.Brought;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way back of an import of contacts. */
class ImportUndoTest {
    @TempDir static Path folder;
    private static Bringing in;

    @BeforeAll
    static void start() {
        in = new Bringing(folder);
    }

    @AfterAll
    static void end() {
        in.close();
    }

    @BeforeEach
    void freshWorkspace() {
        in.fresh();
    }

    private static Brought bring(String name, String content) {
        return in.bring(in.file(name, content));
    }

    @Test
    void undo_restores_what_was_before_to_the_last_field() {
        bring(
                "a.csv",
                "Name,Email,Job title,Tags,Notes\nMarta Vesely,marta@q.example,Buyer,fair,Likes tea\n");
        List<String> before = in.everything();
        Brought second =
                bring(
                        "b.csv",
                        "Name,Email,Phone,Job title,Company,Tags,Notes,City,Street,Shoe size\n"
                                + "Dr Marta Vesely,marta@q.example,+420 777 123 456,Director,Quillbrook Ltd,vip,Has a dog,Brno,Long 1,38\n"
                                + "Jan Novak,jan@other.example,,Cook,Other Ltd,,,,,\n");
        assertThat(in.everything()).isNotEqualTo(before);

        assertThat(in.undo(second)).isTrue();

        assertThat(in.everything()).isEqualTo(before);
        assertThat(in.undo(second)).as("it is undone once").isFalse();
    }

    @Test
    void what_a_person_changed_since_stays() {
        bring("a.csv", "Name,Email,Job title\nMarta Vesely,marta@q.example,Buyer\n");
        Brought second =
                bring("b.csv", "Name,Email,Job title\nMarta Vesely,marta@q.example,Director\n");
        in.change("UPDATE contact SET title = 'Owner' WHERE workspace_id = :workspace");
        in.change(
                """
                INSERT INTO field_change (workspace_id, id, subject_id, field, old_value, new_value, at, member_id)
                SELECT workspace_id, gen_random_uuid(), id, 'title', 'Director', 'Owner', now() + interval '1 second',
                       (SELECT id FROM member WHERE workspace_id = :workspace LIMIT 1)
                FROM contact WHERE workspace_id = :workspace
                """);

        in.undo(second);

        assertThat(in.ask("SELECT title FROM contact WHERE workspace_id = :workspace"))
                .containsExactly("Owner");
    }

    @Test
    void what_another_import_also_brought_stays_and_goes_with_that_one() {
        String rows =
                "Name,Email,Phone,Company\nMarta Vesely,marta@q.example,+420 777 123 456,Quillbrook\n";
        Brought first = bring("a.csv", rows);
        List<String> whole = in.everything();
        Brought second = bring("b.csv", rows);

        in.undo(first);
        assertThat(in.everything()).isEqualTo(whole);

        in.undo(second);
        assertThat(in.everything()).isEmpty();
    }

    @Test
    void undo_in_the_middle_leaves_what_the_later_import_said_and_its_undo_goes_back_past_it() {
        bring("a.csv", "Name,Email,Job title\nMarta Vesely,marta@q.example,Buyer\n");
        List<String> before = in.everything();
        Brought second =
                bring("b.csv", "Name,Email,Job title\nMarta Vesely,marta@q.example,Director\n");
        Brought third =
                bring("c.csv", "Name,Email,Job title\nMarta Vesely,marta@q.example,Owner\n");

        in.undo(second);
        assertThat(in.ask("SELECT title FROM contact WHERE workspace_id = :workspace"))
                .containsExactly("Owner");

        in.undo(third);
        assertThat(in.everything()).isEqualTo(before);
    }

    @Test
    void what_only_the_maker_of_a_shared_contact_said_goes_with_it() {
        Brought first =
                bring(
                        "a.csv",
                        "Name,Email,Phone,Job title,Tags\nMarta Vesely,marta@q.example,+420 777 123 456,Buyer,fair\n");
        bring("b.csv", "Name,Email,Tags\nMarta Vesely,marta@q.example,vip\n");

        in.undo(first);

        assertThat(in.everything())
                .contains("point mail marta@q.example")
                .noneMatch(line -> line.startsWith("point phone"))
                .anyMatch(line -> line.startsWith("contact Marta Vesely||||{vip}"));
    }

    @Test
    void a_contact_that_somebody_edited_stays_whole() {
        Brought first =
                bring("a.csv", "Name,Email,Phone\nMarta Vesely,marta@q.example,+420 777 123 456\n");
        in.change(
                """
                INSERT INTO field_change (workspace_id, id, subject_id, field, old_value, new_value, at, member_id)
                SELECT workspace_id, gen_random_uuid(), id, 'title', '', 'Owner', now() + interval '1 second',
                       (SELECT id FROM member WHERE workspace_id = :workspace LIMIT 1)
                FROM contact WHERE workspace_id = :workspace
                """);

        in.undo(first);

        assertThat(in.everything())
                .contains("point mail marta@q.example", "point phone +420777123456");
    }

    @Test
    void a_contact_who_wrote_a_mail_that_stays_stays_too() {
        Brought contacts =
                bring("a.csv", "Name,Email,Phone\nMarta Vesely,marta@q.example,+420 777 123 456\n");
        bring(
                "a.eml",
                "From: Marta Vesely <marta@q.example>\nTo: owner@firm.example\nDate: Mon, 6 May 2024 10:00:00 +0000\nSubject: Milk\nMessage-ID: <1@q.example>\n\nDo you have milk?\n");

        in.undo(contacts);

        assertThat(in.ask("SELECT display_name FROM contact WHERE workspace_id = :workspace"))
                .contains("Marta Vesely");
        assertThat(
                        in.ask(
                                "SELECT person_id FROM touch_party WHERE workspace_id = :workspace AND role = 'from'"))
                .doesNotContain("null");
    }

    @Test
    void an_undone_import_can_be_brought_again() {
        String rows = "Name,Email,Company,Deal\nMarta Vesely,marta@q.example,Quillbrook,x\n";
        Brought first = bring("a.csv", rows);
        List<String> whole = in.everything();

        in.undo(first);
        assertThat(in.everything()).isEmpty();
        Brought again = bring("a.csv", rows);

        assertThat(again.report().stored()).isEqualTo(1);
        assertThat(in.everything()).isEqualTo(whole);
    }

    @Test
    void accounts_and_deals_go_back_too() {
        Brought deals =
                bring(
                        "d.csv",
                        "Deal Name,Deal Stage,Pipeline,Amount\nMilk for a year,Won,Sales,100\n");
        Brought companies =
                bring(
                        "c.csv",
                        "Company name,Company domain name,Industry,Parent company\nQuillbrook Dairy,quillbrook.example,Food,Quillbrook Group\n");
        assertThat(deals.report().stored()).isEqualTo(1);
        assertThat(in.everything())
                .anyMatch(line ->
                        line.startsWith("account Quillbrook Dairy")
                                && line.endsWith("|Quillbrook Group"));
        Brought again =
                bring(
                        "d2.csv",
                        "Deal Name,Deal Stage,Pipeline,Amount\nMilk for a year,Won,Sales,100\n");
        assertThat(again.report().alreadyKnown()).isEqualTo(1);

        in.undo(companies);
        in.undo(deals);
        assertThat(in.everything()).containsExactly("deal Milk for a year|100.00");
        in.undo(again);
        assertThat(in.everything()).isEmpty();
    }

    @Test
    void what_is_kept_for_later_goes_back_with_the_last_that_brought_it() {
        String rows = "Activity type,Due date,Assigned to\nCall,2026-03-04,Nora\n";
        Brought first = bring("t.csv", rows);
        Brought again = bring("t2.csv", rows);
        assertThat(again.report().alreadyKnown()).isEqualTo(1);

        in.undo(first);
        assertThat(in.everything()).hasSize(1).allMatch(line -> line.startsWith("kept activity"));
        in.undo(again);
        assertThat(in.everything()).isEmpty();
    }
}
