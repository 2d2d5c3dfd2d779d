package app.rapport.conversations.model;

import app.rapport.conversations.mail.Mailbox;
import app.rapport.conversations.mail.ReadMail;
import app.rapport.kernel.Uuid7;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Which thread a mail belongs to: that of the mails it names (References, In-Reply-To; RFC 5256
 * calls the same algorithm REFERENCES); only where it names none, that of a mail under the same
 * subject between the same people, one of them a reply, at most a month apart.
 */
public final class ThreadFinder {
    /** No further from each other are mails that only their subject joins. */
    public static final Duration APART = Duration.ofDays(30);

    private static final int SHORTEST_SUBJECT = 4;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Map<String, UUID> byMessageId = new HashMap<>();
    private final Map<String, List<Mention>> bySubject = new HashMap<>();

    /** A mail under a subject. */
    public record Mention(UUID thread, Instant at, Set<String> people, boolean reply) {}

    /**
     * @param isNew whether the thread has to be made
     */
    public record Place(UUID thread, boolean isNew) {}

    public void addMessage(String messageId, UUID thread) {
        byMessageId.putIfAbsent(messageId, thread);
    }

    public void addSubject(String subjectKey, Mention mention) {
        bySubject.computeIfAbsent(subjectKey, _ -> new ArrayList<>()).add(mention);
    }

    /** The mail's thread; later mails will find this one. */
    public Place place(ReadMail mail) {
        Optional<UUID> found = byReference(mail).or(() -> bySubject(mail));
        UUID thread = found.orElseGet(Uuid7::next);
        mail.messageId().ifPresent(id -> addMessage(id, thread));
        mail.references().forEach(id -> addMessage(id, thread));
        mail.date()
                .ifPresent(at ->
                        addSubject(
                                mail.subjectKey(),
                                new Mention(thread, at, people(mail), isReply(mail))));
        return new Place(thread, found.isEmpty());
    }

    private Optional<UUID> byReference(ReadMail mail) {
        List<String> ids = new ArrayList<>(mail.references().reversed());
        mail.messageId().ifPresent(ids::add);
        return ids.stream().filter(byMessageId::containsKey).map(byMessageId::get).findFirst();
    }

    private Optional<UUID> bySubject(ReadMail mail) {
        if (!looksBySubject(mail)) return Optional.empty();
        Set<String> people = people(mail);
        Instant at = mail.date().orElseThrow();
        boolean reply = isReply(mail);
        return bySubject.getOrDefault(mail.subjectKey(), List.of()).stream()
                .filter(mention -> reply || mention.reply())
                .filter(mention -> Duration.between(mention.at(), at).abs().compareTo(APART) <= 0)
                .filter(mention -> shareTwo(mention.people(), people))
                .min((a, b) ->
                        Duration.between(a.at(), at)
                                .abs()
                                .compareTo(Duration.between(b.at(), at).abs()))
                .map(Mention::thread);
    }

    /** Whether a mail names no other and has a date and a subject that tell something. */
    public static boolean looksBySubject(ReadMail mail) {
        return mail.references().isEmpty()
                && mail.date().isPresent()
                && mail.subjectKey().length() >= SHORTEST_SUBJECT;
    }

    /** An exchange between two people has both on both mails. */
    private static boolean shareTwo(Set<String> a, Set<String> b) {
        Set<String> both = new HashSet<>(a);
        both.retainAll(b);
        return both.size() >= 2;
    }

    public static Set<String> people(ReadMail mail) {
        Set<String> people = new HashSet<>();
        mail.from().map(Mailbox::key).ifPresent(people::add);
        mail.to().forEach(to -> people.add(to.key()));
        mail.cc().forEach(cc -> people.add(cc.key()));
        return people;
    }

    private static boolean isReply(ReadMail mail) {
        return isReply(mail.subject(), mail.subjectKey());
    }

    /** Whether marks of a reply or forward were taken off. */
    public static boolean isReply(String subject, String subjectKey) {
        return SPACE.matcher(subject).replaceAll(" ").strip().length() > subjectKey.length();
    }
}
