package app.rapport.listening.dates;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * Reads from a sentence when something is due: the date that is named as a deadline, else the first
 * one. A period ends on its last day, a week on Friday; "before" a day is the day before it. A day
 * without a year is the next one.
 */
public final class DueDates {
    private final DateLanguage language;

    public DueDates(DateLanguage language) {
        this.language = language;
    }

    public static DueDates english() {
        return new DueDates(new English());
    }

    /**
     * @param now when it was written, where its writer is
     */
    public Optional<Due> in(String sentence, LocalDateTime now) {
        String text = sentence.toLowerCase(Locale.ROOT).replace('’', '\'');
        List<Found> found = found(text, now.toLocalDate());
        return found.stream()
                .filter(one -> language.deadline().matcher(before(text, one)).find())
                .findFirst()
                .or(() -> found.stream().findFirst())
                .map(one -> due(one, text))
                .or(() -> moment(text, now))
                .or(() -> today(text, now));
    }

    /** How often it is to be done, where the sentence says so. */
    public Optional<Again> again(String sentence) {
        String text = sentence.toLowerCase(Locale.ROOT);
        return language.recurrences().entrySet().stream()
                .flatMap(one -> {
                    Matcher match = one.getValue().matcher(text);
                    return match.find()
                            ? Stream.of(new Again(one.getKey(), match.start(), match.end()))
                            : Stream.empty();
                })
                .min(Comparator.comparingInt(Again::start));
    }

    private record Found(Period period, int start, int end) {}

    /** By place in the text; where dates overlap the longer one, which begins no later. */
    private List<Found> found(String text, LocalDate today) {
        List<Found> all = new ArrayList<>();
        for (DateRule rule : language.rules()) {
            Matcher match = rule.pattern().matcher(text);
            while (match.find()) {
                Optional<Period> period = rule.reading().of(match, today);
                if (period.isPresent())
                    all.add(new Found(period.get(), match.start(), match.end()));
            }
        }
        all.sort(
                Comparator.comparingInt(Found::start)
                        .thenComparing(Comparator.comparingInt(Found::end).reversed()));
        List<Found> apart = new ArrayList<>();
        for (Found one : all)
            if (apart.isEmpty() || one.start() >= apart.getLast().end()) apart.add(one);
        return apart;
    }

    private Due due(Found one, String text) {
        String before = before(text, one);
        Matcher notReached = language.before().matcher(before);
        if (notReached.find()) {
            LocalDate last = one.period().first().minusDays(1);
            return new Due(last, Optional.empty(), notReached.start(), one.end());
        }
        Matcher deadline = language.deadline().matcher(before);
        int start = deadline.find() ? deadline.start() : one.start();
        Optional<DateLanguage.Clock> after = language.timeAfter(text.substring(one.end()));
        Optional<DateLanguage.Clock> ahead = language.timeBefore(before);
        Optional<LocalTime> time = after.or(() -> ahead).map(DateLanguage.Clock::time);
        int end = one.end() + after.map(DateLanguage.Clock::end).orElse(0);
        int from = ahead.map(clock -> Math.min(clock.start(), start)).orElse(start);
        return new Due(one.period().last(), time, from, end);
    }

    private static String before(String text, Found one) {
        return text.substring(0, one.start());
    }

    private Optional<Due> moment(String text, LocalDateTime now) {
        return language.moment(text, now)
                .map(one ->
                        new Due(
                                one.at().toLocalDate(),
                                Optional.of(one.at().toLocalTime()),
                                one.start(),
                                one.end()));
    }

    private Optional<Due> today(String text, LocalDateTime now) {
        return language.timeAlone(text)
                .map(clock -> {
                    boolean passed = clock.time().isBefore(now.toLocalTime());
                    LocalDate day = now.toLocalDate().plusDays(passed ? 1 : 0);
                    return new Due(day, Optional.of(clock.time()), clock.start(), clock.end());
                });
    }
}
