package app.rapport.calls.model;

import app.rapport.conversations.Channel;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A plan in their terms: what they get out of it and what they will be asked, none of our own. */
public final class AheadWords {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.ENGLISH);

    private AheadWords() {}

    public static String subject(TalkPlan plan, ZoneId zone) {
        return "Our " + what(plan) + when(plan, zone).map(at -> " on " + at).orElse("");
    }

    private static String what(TalkPlan plan) {
        return plan.terms().channel() == Channel.MEETING ? "meeting" : "call";
    }

    private static Optional<String> when(TalkPlan plan, ZoneId zone) {
        return plan.terms().startsAt().map(at -> at(at, zone));
    }

    private static String at(Instant at, ZoneId zone) {
        return WHEN.format(at.atZone(zone));
    }

    public static String text(TalkPlan plan, String name, String writer, ZoneId zone) {
        String first = name.strip().split("\\s+")[0];
        String when = when(plan, zone).map(at -> " on " + at).orElse("");
        String length =
                plan.terms().minutes().map(minutes -> " (" + minutes + " minutes)").orElse("");
        return """
        Hello %s,

        here is what I have in mind for our %s%s%s, so that it is worth your time.

        %s

        What would you add, or leave out?

        %s\
        """
                .formatted(first, what(plan), when, length, points(plan), writer)
                .strip();
    }

    /** What will be asked and brought; what was already told, and our own aim, stay with us. */
    public static String points(TalkPlan plan) {
        String asked = list("What I would like to understand:", plan.words().questionLines());
        String brought = list("What I bring:", plan.words().bringLines());
        return List.of(asked, brought).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String list(String head, List<String> lines) {
        if (lines.isEmpty()) return "";
        return head + lines.stream().map(line -> "\n- " + line).collect(Collectors.joining());
    }
}
