package app.rapport.conversations;

import app.rapport.kernel.Evidence;
import app.rapport.kernel.Excerpt;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.listening.Sentences;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that passed between us and people, as the viewer may see it.
 *
 * @param at when it happened; empty = not known
 * @param minutes length of a call or meeting
 * @param words what is new in it; empty when the viewer may not read it
 * @param sight how much of it this viewer sees; what they do not is empty
 * @param mailKind kind of a mail, {@code person}, {@code list}, …; empty for typed touches
 * @param passage the asking sentence within {@code replyText}; start = end when there is none
 */
public record Touch(
        TouchId id,
        UUID thread,
        Channel channel,
        Optional<Instant> at,
        Optional<Integer> minutes,
        Side side,
        String subject,
        String words,
        String replyText,
        String signature,
        Optional<String> mailKind,
        Sight sight,
        Evidence passage,
        boolean hasOriginal,
        boolean hasHtml,
        List<Party> parties) {

    public Touch {
        parties = List.copyOf(parties);
    }

    /**
     * @param role {@code from}, {@code to}, {@code cc}, {@code bcc} or {@code with}
     */
    public record Party(
            String role, String name, String address, Optional<PersonId> person, boolean mine) {

        /** The name, or the address where no name is known. */
        public String shown() {
            return name.isBlank() ? address : name;
        }
    }

    /** Whether its words are there for this viewer. */
    public boolean mayRead() {
        return sight.shows(Sight.TEXT);
    }

    /** Its subject, or what it is: a call needs none. */
    public String title() {
        if (!subject.isBlank()) return subject;
        if (channel == Channel.MAIL) return "No subject";
        return channel.word().substring(0, 1).toUpperCase(Locale.ROOT)
                + channel.word().substring(1);
    }

    /** Where it lies, for who sees no more of it. */
    public String elsewhere() {
        return channel == Channel.MEETING
                ? "In a colleague's calendar"
                : "In a colleague's mailbox";
    }

    public Optional<Party> sender() {
        return parties.stream().filter(party -> party.role().equals("from")).findFirst();
    }

    public List<Party> inRole(String role) {
        return parties.stream().filter(party -> party.role().equals(role)).toList();
    }

    /**
     * The words between two positions of the reply text, or of all words; empty when not readable.
     */
    public String quote(Evidence evidence) {
        if (!mayRead() || evidence.start() == evidence.end()) return "";
        String text = evidence.end() <= replyText.length() ? replyText : words;
        if (evidence.end() > text.length()) return "";
        return text.substring(evidence.start(), evidence.end()).strip();
    }

    /**
     * The words that a piece of evidence points at with the sentences around them, which a note of
     * a talk has none of: a line there is a thought of its own. Without a passage the beginning.
     * Shortened only with "…".
     */
    public String around(Evidence evidence) {
        if (!mayRead()) return "";
        if (quote(evidence).isEmpty()) return shortened(replyText.isBlank() ? words : replyText);
        boolean written = channel == Channel.MAIL || channel == Channel.LETTER;
        if (!written || evidence.end() > replyText.length()) return shortened(quote(evidence));
        int start = evidence.start();
        int end = evidence.end();
        for (Sentences.Span span : Sentences.in(replyText)) {
            boolean before = span.end() <= start && start - span.start() <= LEAD;
            boolean after = span.start() >= end && span.end() - evidence.end() <= FOLLOW;
            if (before) start = Math.min(start, span.start());
            if (after) end = span.end();
        }
        return replyText.substring(start, end).replaceAll("\\s+", " ").strip();
    }

    private static final int LEAD = 130;
    private static final int FOLLOW = 160;
    private static final int BEGINNING = 240;

    private static String shortened(String text) {
        return Excerpt.line(text, BEGINNING);
    }
}
