package app.rapport.conversations.model;

import app.rapport.kernel.TouchId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which mails are there already. The same substance is the same mail whatever its id; the same id
 * is the same mail only when sender, time and subject agree and nearly all words do (archives add
 * footers).
 */
public final class Known {
    private static final double SAME_WORDS = 0.8;

    private final Map<ByteBuffer, TouchId> bySubstance = new HashMap<>();
    private final Map<String, List<Seen>> byMessageId = new HashMap<>();

    /** What of a stored mail decides whether another is the same. */
    public record Seen(
            TouchId touch, String fromKey, long second, String subjectKey, String words) {}

    public void addSubstance(byte[] substance, TouchId touch) {
        bySubstance.put(ByteBuffer.wrap(substance), touch);
    }

    public void addMessageId(String messageId, Seen seen) {
        byMessageId.computeIfAbsent(messageId, _ -> new ArrayList<>()).add(seen);
    }

    public void add(ParsedMail parsed, TouchId touch) {
        addSubstance(parsed.mail().substance(), touch);
        parsed.mail().messageId().ifPresent(id -> addMessageId(id, seen(parsed, touch)));
    }

    public Optional<TouchId> find(ParsedMail parsed) {
        TouchId same = bySubstance.get(ByteBuffer.wrap(parsed.mail().substance()));
        if (same != null) return Optional.of(same);
        return parsed.mail().messageId().flatMap(id -> sameUnder(id, seen(parsed, TouchId.next())));
    }

    private Optional<TouchId> sameUnder(String messageId, Seen mail) {
        return byMessageId.getOrDefault(messageId, List.of()).stream()
                .filter(seen -> isSame(seen, mail))
                .map(Seen::touch)
                .findFirst();
    }

    private static boolean isSame(Seen a, Seen b) {
        return Objects.equals(a.fromKey(), b.fromKey())
                && a.second() == b.second()
                && a.subjectKey().equals(b.subjectKey())
                && likeness(a.words(), b.words()) >= SAME_WORDS;
    }

    /** Jaccard's index of the two sets of words: 1 = the same words. */
    static double likeness(String a, String b) {
        Set<String> left = words(a);
        Set<String> right = words(b);
        if (left.isEmpty() && right.isEmpty()) return 1;
        Set<String> both = new HashSet<>(left);
        both.retainAll(right);
        return (double) both.size() / (left.size() + right.size() - both.size());
    }

    private static Set<String> words(String text) {
        return new HashSet<>(Arrays.asList(text.strip().split("\\W+")));
    }

    private static Seen seen(ParsedMail parsed, TouchId touch) {
        return new Seen(
                touch,
                parsed.fromKey(),
                parsed.mail().date().map(date -> date.getEpochSecond()).orElse(0L),
                parsed.mail().subjectKey(),
                parsed.mail().newText());
    }
}
