package app.rapport.demo.model;

import app.rapport.calls.model.TalkLog;
import app.rapport.conversations.Channel;
import app.rapport.conversations.Side;
import app.rapport.deals.model.DealField;
import app.rapport.experience.model.Mark.Feeling;
import app.rapport.experience.model.Measure;
import app.rapport.experience.model.Need;
import app.rapport.experience.model.Occasion;
import app.rapport.listening.dates.Recurrence;
import app.rapport.mirror.model.Often;
import app.rapport.mirror.model.Question;
import app.rapport.people.Role;
import app.rapport.promises.model.Step;
import app.rapport.promises.model.ThanksOwed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Something that a seller did in Rapport, at that moment. People are named by their address,
 * companies by their name, what comes back later by a key.
 */
public sealed interface Deed {
    /** When, and which seller. */
    record Done(Instant at, int by) {}

    Done done();

    record Logged(
            Done done,
            Channel channel,
            Side side,
            String person,
            int minutes,
            String subject,
            String words)
            implements Deed {}

    /** A talk from its plan to its log. */
    record Talked(
            Done done,
            String person,
            String aim,
            String questions,
            String notes,
            TalkLog.Judgement judgement,
            TalkLog.Discovered discovered,
            String next,
            String noneBecause)
            implements Deed {}

    /** A talk that is still to be held. */
    record Prepared(Done done, String person, String kind, String aim, String bring, Instant start)
            implements Deed {}

    record Promised(
            Done done,
            String key,
            boolean ours,
            String person,
            String what,
            LocalDate due,
            int weight)
            implements Deed {}

    record Stepped(Done done, String key, Step.Kind kind, Optional<LocalDate> due)
            implements Deed {}

    record Tasked(
            Done done,
            String key,
            String what,
            LocalDate due,
            Optional<Recurrence> every,
            Optional<String> person,
            int keeper)
            implements Deed {}

    record Favoured(Done done, String person, ThanksOwed.Kind kind, String words) implements Deed {}

    /** Something that speaks for or against relying on one side. */
    record Shown(Done done, String person, boolean ours, boolean good, int weight, String words)
            implements Deed {}

    record Marked(Done done, String person, Feeling feeling, String words) implements Deed {}

    /** A moment that mattered, and a question after it. */
    record Asked(
            Done done, String person, Occasion occasion, Measure measure, Optional<Said> answer)
            implements Deed {}

    record Said(Instant at, int rating, String words) {}

    /** Something is other than before because of what that person answered. */
    record Changed(Done done, String person, String words, Optional<String> told) implements Deed {}

    record Needed(
            Done done, String company, Need.Kind kind, String words, String heardIn, boolean met)
            implements Deed {}

    record Walked(Done done, String point, Optional<Occasion> occasion, int judgement, String words)
            implements Deed {}

    /** How a seller sees themself. */
    record Reflected(Done done, Map<Question, Often> answers, boolean shared) implements Deed {
        public Reflected {
            answers = Map.copyOf(answers);
        }
    }

    record DealBegun(
            Done done,
            String key,
            String company,
            Map<DealField, String> fields,
            Map<String, Role> people)
            implements Deed {
        public DealBegun {
            fields = Map.copyOf(fields);
            people = Map.copyOf(people);
        }
    }

    /**
     * @param stage by its name; empty where it stays
     */
    record DealMoved(Done done, String key, String stage, Map<DealField, String> fields)
            implements Deed {
        public DealMoved {
            fields = Map.copyOf(fields);
        }
    }

    /**
     * A negotiation of that deal is planned, with a colleague.
     *
     * @param opened whether its table opened, and offers lie on it
     */
    record Planned(Done done, String deal, int colleague, LocalDate on, boolean opened)
            implements Deed {}

    /** What a deal costs its customer, and what it brings them, is written down. */
    record Reckoned(Done done, String deal, String benefitsTo) implements Deed {}

    /** What a deal may cost is written down. */
    record Risked(Done done, String deal, LocalDate testBy) implements Deed {}
}
