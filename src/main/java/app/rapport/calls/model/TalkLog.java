package app.rapport.calls.model;

import app.rapport.access.Refused;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.TouchId;
import app.rapport.promises.model.Deadline;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What came out of a talk.
 *
 * @param touch as which it stands in the story; empty when that is erased
 */
public record TalkLog(
        UUID plan,
        Optional<TouchId> touch,
        MemberId member,
        Instant loggedAt,
        Judgement judgement,
        Discovered discovered,
        Next next) {

    /** Whether the aim was reached. */
    public enum Aim {
        YES,
        PARTLY,
        NO,
        NOT_SAID
    }

    /** How it felt to them, as who was there says. */
    public enum Mood {
        UNHAPPY,
        SATISFIED,
        DELIGHTED,
        NOT_SAID
    }

    /**
     * @param moved what is other than before
     * @param missed obstacles and chances that are seen when the notes are read again
     */
    public record Judgement(Aim aim, Mood mood, String moved, String missed) {
        public Judgement {
            moved = checked("moved", moved);
            missed = checked("missed", missed);
        }
    }

    /** What we know now of how and why they buy. */
    public record Discovered(
            String motivators,
            String budget,
            String howDecided,
            String whoDecides,
            String whoInfluences,
            String usesNow) {
        public static final Discovered NOTHING = new Discovered("", "", "", "", "", "");

        public Discovered {
            motivators = checked("motivators", motivators);
            budget = checked("budget", budget);
            howDecided = checked("howDecided", howDecided);
            whoDecides = checked("whoDecides", whoDecides);
            whoInfluences = checked("whoInfluences", whoInfluences);
            usesNow = checked("usesNow", usesNow);
        }

        /** What is said, by what it says. */
        public Map<String, String> said() {
            Map<String, String> said = new LinkedHashMap<>();
            said.put("What drives them", motivators);
            said.put("Budget", budget);
            said.put("How they decide", howDecided);
            said.put("Who decides", whoDecides);
            said.put("Who influences", whoInfluences);
            said.put("What they use now", usesNow);
            said.values().removeIf(String::isEmpty);
            return said;
        }
    }

    /**
     * @param words empty where there is no next step
     * @param promise the task or promise that it is
     * @param madeHere whether it goes when the log is taken back
     */
    public record Next(
            String words,
            Optional<Deadline> due,
            Optional<UUID> promise,
            boolean madeHere,
            String noneBecause) {
        public Next {
            words = checked("next", words);
            noneBecause = checked("noneBecause", noneBecause);
        }

        /** Neither a next step nor a reason why there is none. */
        public boolean isMissing() {
            return words.isEmpty() && noneBecause.isEmpty();
        }
    }

    private static String checked(String field, String text) {
        String plain = text.replace('\0', ' ').strip();
        if (plain.length() > 4_000) throw new Refused(field, "4,000 letters at most");
        return plain;
    }

    /** As it is stored. */
    public static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
