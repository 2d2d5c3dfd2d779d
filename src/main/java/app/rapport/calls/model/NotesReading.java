package app.rapport.calls.model;

import app.rapport.calls.model.Found.Kind;
import app.rapport.listening.Commitments;
import app.rapport.listening.Sentences;
import app.rapport.listening.dates.Due;
import app.rapport.listening.dates.DueDates;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads notes for promises, days and questions, with marks and without. Each line is read by itself
 * unless the next one goes on with it; what is pasted from a mail is nobody's promise here.
 *
 * @param colleagues names of us in lower case: what they will do is a promise of ours
 */
public record NotesReading(LocalDateTime begun, DueDates dates, Set<String> colleagues) {
    private static final int MOST = 40;
    private static final double LIKELY = .5;
    private static final double LIKELY_BY_A_DAY = .3;
    private static final Pattern BULLET =
            Pattern.compile("^\\s*(?:[-*•–+]\\s+|\\d{1,2}[.)]\\s+|\\[[ xX]?]\\s*)+");

    public NotesReading {
        colleagues = Set.copyOf(colleagues);
    }

    public List<Found> of(String notes) {
        List<Found> found = new ArrayList<>();
        List<NoteLine> lines = NoteLine.in(notes);
        for (int i = 0; i < lines.size(); i++) {
            NoteLine line = lines.get(i);
            if (line.mark().isPresent()) marked(line).ifPresent(found::add);
            else if (!line.quoted() && !goesOn(lines, i)) plain(notes, lines, i, found);
        }
        return found.stream().limit(MOST).toList();
    }

    private Optional<Found> marked(NoteLine line) {
        if (line.words().isEmpty()) return Optional.empty();
        return line.mark().flatMap(NotesReading::kind).map(kind -> found(kind, line));
    }

    private static Optional<Kind> kind(Mark mark) {
        return switch (mark) {
            case WE_PROMISE -> Optional.of(Kind.OUR_PROMISE);
            case THEY_PROMISE -> Optional.of(Kind.THEIR_PROMISE);
            case NEED -> Optional.of(Kind.NEED);
            case NEED_SENSED -> Optional.of(Kind.NEED_SENSED);
            case HESITATION -> Optional.of(Kind.HESITATION);
            case ASKED, PLAYED_BACK, FELT_GOOD, FELT_BAD -> Optional.empty();
        };
    }

    private Found found(Kind kind, NoteLine line) {
        Optional<Due> due = kind.isPromise() ? dates.in(line.words(), begun) : Optional.empty();
        String who = kind == Kind.THEIR_PROMISE ? Promiser.named(line.words()) : "";
        return new Found(kind, line.words(), line.start(), line.end(), due, who);
    }

    /** Whether a line only goes on with the one before, as in a mail that was wrapped. */
    private static boolean goesOn(List<NoteLine> lines, int i) {
        return i > 0 && isWrap(lines.get(i - 1), lines.get(i));
    }

    private static boolean isWrap(NoteLine before, NoteLine line) {
        boolean plain =
                before.mark().isEmpty()
                        && line.mark().isEmpty()
                        && !before.quoted()
                        && !line.quoted();
        return plain
                && before.words().length() > 50
                && !line.words().isEmpty()
                && Character.isLowerCase(line.words().codePointAt(0))
                && !before.words().matches("(?s).*[.?!:;]");
    }

    private void plain(String notes, List<NoteLine> lines, int i, List<Found> found) {
        int last = i;
        while (last + 1 < lines.size() && isWrap(lines.get(last), lines.get(last + 1))) last++;
        int from = lines.get(i).start();
        // of the same length, so that places stay
        String text =
                notes.substring(from, Math.max(from, lines.get(last).end()))
                        .replace('\n', ' ')
                        .replace('\r', ' ');
        var bullet = BULLET.matcher(text);
        int skipped = bullet.find() ? bullet.end() : 0;
        for (Sentences.Span span : Sentences.in(text.substring(skipped)))
            sentence(span.of(text.substring(skipped)), from + skipped + span.start())
                    .ifPresent(found::add);
    }

    private Optional<Found> sentence(String words, int start) {
        Optional<Due> due = dates.in(words, begun);
        Optional<Promiser> promiser = promiser(words, due.isPresent());
        if (promiser.isPresent()) {
            Kind kind = promiser.get().isOurs(colleagues) ? Kind.OUR_PROMISE : Kind.THEIR_PROMISE;
            String who = kind == Kind.THEIR_PROMISE ? promiser.get().name() : "";
            return Optional.of(new Found(kind, words, start, start + words.length(), due, who));
        }
        if (words.endsWith("?"))
            return Optional.of(
                    new Found(
                            Kind.QUESTION,
                            words,
                            start,
                            start + words.length(),
                            Optional.empty(),
                            ""));
        return due.map(_ -> new Found(Kind.DATE, words, start, start + words.length(), due, ""));
    }

    private static Optional<Promiser> promiser(String words, boolean named) {
        if (words.endsWith("?")) return Optional.empty();
        Optional<Promiser> other = Promiser.of(words);
        String asIfOurs = other.map(Promiser::inFirstPerson).orElse(words);
        double chance = Commitments.ofSentence(asIfOurs.toLowerCase(Locale.ROOT));
        boolean likely = chance >= LIKELY || (named && chance >= LIKELY_BY_A_DAY);
        return likely ? other.or(() -> Optional.of(Promiser.US)) : Optional.empty();
    }
}
