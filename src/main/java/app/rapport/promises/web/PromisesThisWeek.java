package app.rapport.promises.web;

import app.rapport.kernel.DaySection;
import app.rapport.promises.Promises;
import app.rapport.promises.model.Promise;
import app.rapport.ui.Times;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is due both ways within a week, and what is late, beside the items of Today. */
@Configuration(proxyBeanMethods = false)
public class PromisesThisWeek {
    private static final int DAYS = 7;
    private static final int SHOWN = 6;

    @Bean
    DaySection promisesOfTheWeek(Promises promises) {
        return (viewer, at) -> {
            List<Promise> open = promises.open(viewer, at);
            LocalDate until = LocalDate.ofInstant(at, viewer.zone()).plusDays(DAYS);
            List<PromiseLine> due =
                    open.stream()
                            .filter(one -> isDue(one, until))
                            .limit(SHOWN)
                            .map(one -> PromiseLine.of(one, viewer, at, null))
                            .toList();
            return due.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new DaySection.Section(
                                    20,
                                    "promises/PromisesThisWeek.jte",
                                    new Due(due, open.size())));
        };
    }

    private static boolean isDue(Promise promise, LocalDate until) {
        return promise.due().filter(due -> due.day().isBefore(until)).isPresent();
    }

    /**
     * @param open how many are open in all
     */
    public record Due(List<PromiseLine> lines, int open) {
        private static final DateTimeFormatter WEEKDAY =
                DateTimeFormatter.ofPattern("EEE", Locale.ENGLISH);

        /** "Late", "Today", "Thu". */
        public String when(PromiseLine line, Times times) {
            if (line.late()) return "Late";
            return line.promise()
                    .due()
                    .map(due ->
                            due.day().equals(times.today()) ? "Today" : WEEKDAY.format(due.day()))
                    .orElse("");
        }

        public boolean isOurs(PromiseLine line) {
            return line.promise().side() == Promise.Side.OURS;
        }
    }
}
