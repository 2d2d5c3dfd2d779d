package app.rapport.calls.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.rapport.access.Refused;
import app.rapport.calls.model.SentAhead.Share;
import app.rapport.calls.model.TalkPlan.Terms;
import app.rapport.conversations.Channel;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.listening.dates.DueDates;
import app.rapport.promises.model.Deadline;
import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a plan says, to whom, and what its figures may claim. */
class PlanRulesTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant START = Instant.parse("2026-03-10T10:15:00Z");

    private static TalkPlan plan() {
        return new TalkPlan(
                UUID.randomUUID(),
                new PersonId(UUID.randomUUID()),
                new MemberId(UUID.randomUUID()),
                new Terms(
                        "offer",
                        Channel.MEETING,
                        Optional.empty(),
                        Optional.of(START),
                        Optional.of(45)),
                new PlanText(
                        "She signs",
                        "- Which line first?\nWho decides?\n",
                        "The offer",
                        "Seven days",
                        "Her boss"),
                List.of(),
                Optional.empty(),
                START,
                START,
                false);
    }

    @Test
    void sent_ahead_they_see_questions_and_what_is_brought_and_nothing_of_our_own() {
        String mail = AheadWords.text(plan(), "Marta Vesely", "Nora", ZONE);

        assertThat(mail)
                .startsWith("Hello Marta,")
                .contains("Tuesday 10 March, 11:15", "45 minutes")
                .contains("- Which line first?\n- Who decides?", "- The offer")
                .doesNotContain("She signs", "Seven days", "Her boss");
    }

    @Test
    void an_entry_for_calendars_has_its_time_and_stays_the_same_entry() {
        TalkPlan plan = plan();
        String text = InvitationText.of(plan, "Our meeting", "Points, and more", START);
        VEvent event = Biweekly.parse(text).first().getEvents().getFirst();

        assertThat(event.getUid().getValue()).isEqualTo(plan.id() + "@rapport");
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(START);
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(START.plusSeconds(2700));
        assertThat(event.getDescription().getValue()).isEqualTo("Points, and more");
    }

    @Test
    void a_template_fills_only_what_nobody_said() {
        PlanText mine = new PlanText("My aim", "", "", "", "");
        PlanText usual = ShippedTemplates.all().getFirst().of("Marta", "");

        assertThat(mine.filledFrom(usual).aim()).isEqualTo("My aim");
        assertThat(mine.filledFrom(usual).questions()).isEqualTo(usual.questions()).isNotEmpty();
        assertThat(ShippedTemplates.all())
                .allSatisfy(one ->
                        assertThat(one.of("Marta", "Quillbrook").toString()).doesNotContain("{"));
    }

    @Test
    void a_plan_longer_than_a_page_is_refused() {
        assertThatThrownBy(() -> new PlanText("", "x".repeat(10_001), "", "", ""))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_deadline_in_words_is_read_back_as_the_same() {
        Deadline due = new Deadline(LocalDate.of(2026, 4, 1), Optional.of(LocalTime.of(12, 0)));
        var read =
                DueDates.english()
                        .in(Deadlines.words(due), LocalDateTime.of(2026, 3, 10, 9, 0))
                        .orElseThrow();

        assertThat(new Deadline(read.day(), read.time())).isEqualTo(due);
    }

    @Test
    void figures_claim_nothing_while_they_are_few_or_alike() {
        assertThat(new SentAhead(new Share(3, 3), new Share(50, 10)).words())
                .startsWith("Not known yet. 3 talks");
        assertThat(new SentAhead(new Share(40, 20), new Share(40, 18)).words())
                .startsWith("No difference that is more than chance.");
        assertThat(new SentAhead(new Share(60, 50), new Share(60, 20)).words())
                .startsWith("Talks with a plan sent ahead reach their aim more often.");
    }

    private static List<Integer> days(int from, int many) {
        return IntStream.range(0, many).mapToObj(at -> from + 2 * at).toList();
    }

    @Test
    void whether_a_plan_shortens_the_sale_is_told_from_ten_deals_of_each_on() {
        assertThat(new SaleLength(List.of(), List.of()).words())
                .startsWith("Not known yet: no deal");
        assertThat(new SaleLength(days(20, 9), days(60, 40)).words())
                .startsWith(
                        "Not known yet. With a plan sent ahead: 9 deals won, the middle one in 28 days.");
        assertThat(new SaleLength(days(20, 12), days(21, 12)).words())
                .startsWith("No difference that is more than chance.");
        assertThat(new SaleLength(days(20, 12), days(60, 12)).words())
                .startsWith("Deals with a plan sent ahead are won sooner.");
        assertThat(new SaleLength(days(60, 12), days(20, 12)).words())
                .startsWith("Deals with a plan sent ahead take longer.");
    }

    /**
     * Mann and Whitney by R's reference of wilcox.test: depression data of Hollander and Wolfe
     * (1973), permeability of the chorioamnion, p. 69: W = 35.
     */
    @Test
    void the_rank_test_gives_the_sum_of_ranks_of_a_published_example() {
        List<Integer> term = List.of(80, 83, 189, 104, 145, 138, 191, 164, 73, 146);
        List<Integer> weeks = List.of(115, 88, 90, 74, 121);
        double expected = (35 - 25) / Math.sqrt(10 * 5 / 12.0 * 16);
        assertThat(new SaleLength(term, weeks).score()).isCloseTo(expected, within(1e-9));
    }
}
