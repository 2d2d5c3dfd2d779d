package app.rapport.demo.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.demo.model.Company.Plot;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made up follows from the seed and the day, and stays among the made up. */
class PlayTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Pattern ADDRESS = Pattern.compile("@([\\w.-]+)");

    private static Play on(String day, long seed) {
        return Play.of(seed, new Almanac(LocalDate.parse(day), ZONE));
    }

    @Test
    void one_seed_and_one_day_make_one_play_and_another_seed_another() {
        assertThat(on("2026-11-26", 7)).isEqualTo(on("2026-11-26", 7));
        assertThat(on("2026-11-26", 7).mails()).isNotEqualTo(on("2026-11-26", 8).mails());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-26", "2027-01-01", "2026-11-29", "2028-02-29"})
    void on_any_day_nothing_has_happened_yet_that_is_to_come(String day) {
        Play play = on(day, Play.SEED);
        var today = LocalDate.parse(day).atStartOfDay(ZONE).toInstant();

        assertThat(play.mails()).allMatch(mail -> mail.at().isBefore(today));
        assertThat(play.deeds())
                .allMatch(deed -> deed.done().at().plusSeconds(7_200).isBefore(today))
                .isSortedAccordingTo(Comparator.comparing(deed -> deed.done().at()));
        assertThat(play.mails()).extracting(Mail::id).doesNotHaveDuplicates();
        assertThat(play.meetings()).anyMatch(meeting -> meeting.start().isAfter(today));
    }

    /** Weekends move what was done to the working day before, so each day makes another play. */
    @Test
    void on_no_day_is_something_done_with_what_is_not_there_yet() {
        LocalDate.parse("2026-11-23")
                .datesUntil(LocalDate.parse("2027-01-04"))
                .map(day -> on(day.toString(), Play.SEED))
                .forEach(play -> {
                    Set<String> there = new HashSet<>();
                    for (Deed deed : play.deeds()) {
                        made(deed).ifPresent(there::add);
                        needed(deed)
                                .ifPresent(key ->
                                        assertThat(there)
                                                .as("%s, before %s", play.almanac().today(), deed)
                                                .contains(key));
                    }
                });
    }

    private static Optional<String> made(Deed deed) {
        return switch (deed) {
            case Deed.Promised promised -> Optional.of(promised.key());
            case Deed.Tasked tasked -> Optional.of(tasked.key());
            case Deed.DealBegun begun -> Optional.of("deal " + begun.key());
            default -> Optional.empty();
        };
    }

    private static Optional<String> needed(Deed deed) {
        return switch (deed) {
            case Deed.Stepped stepped -> Optional.of(stepped.key());
            case Deed.DealMoved moved -> Optional.of("deal " + moved.key());
            case Deed.Planned planned -> Optional.of("deal " + planned.deal());
            case Deed.Reckoned reckoned -> Optional.of("deal " + reckoned.deal());
            case Deed.Risked risked -> Optional.of("deal " + risked.deal());
            default -> Optional.empty();
        };
    }

    /** Whoever looks on the last day of a year reads nothing of a holiday or a season. */
    @Test
    void what_makes_today_names_no_time_that_only_some_days_have() {
        assertThat(on("2026-12-31", Play.SEED).mails())
                .filteredOn(mail -> mail.id().matches(".*\\bs\\d+.*"))
                .isNotEmpty()
                .allSatisfy(mail ->
                        assertThat(mail.subject() + " " + mail.body())
                                .doesNotContainPattern(
                                        "weekend|holiday|spring|summer|autumn|winter|quarter|end of the (month|year)"));
    }

    @Test
    void forty_companies_lie_with_three_sellers_and_each_has_one_of_each_plot() {
        Play play = on("2026-11-26", Play.SEED);

        assertThat(play.companies()).hasSize(40);
        assertThat(
                        play.companies().stream()
                                .collect(
                                        Collectors.groupingBy(
                                                Company::owner,
                                                Collectors.mapping(
                                                        Company::plot, Collectors.toSet()))))
                .hasSize(3)
                .allSatisfy((_, plots) -> assertThat(plots).isEqualTo(EnumSet.allOf(Plot.class)));
    }

    @Test
    void every_address_is_of_a_domain_that_nobody_can_have() {
        Play play = on("2026-11-26", Play.SEED);
        List<String> texts =
                List.of(
                        play.mailbox(0),
                        play.mailbox(1),
                        play.mailbox(2),
                        play.calendar(0),
                        play.fair());

        assertThat(texts)
                .allSatisfy(text ->
                        assertThat(ADDRESS.matcher(text).results().map(found -> found.group(1)))
                                .allMatch(domain -> domain.endsWith(".example")));
    }
}
