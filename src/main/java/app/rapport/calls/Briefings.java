package app.rapport.calls;

import app.rapport.calls.model.Heard;
import app.rapport.calls.model.TalkLog;
import app.rapport.calls.model.TalkPlan;
import app.rapport.calls.store.FindingRows;
import app.rapport.calls.store.LogRows;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.Questions;
import app.rapport.conversations.Touch;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.Contact;
import app.rapport.people.ContactBook;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.promises.Promises;
import app.rapport.promises.model.Promise;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What one should know before a talk, from what was said, promised and noted before. */
@Service
public class Briefings {
    private static final int STORY = 5;
    private static final int HEARD = 12;
    private static final int LOGS = 20;

    private final Conversations conversations;
    private final Questions questions;
    private final Promises promises;
    private final People people;
    private final ContactBook contacts;
    private final FindingRows findings;
    private final LogRows logs;

    Briefings(
            Conversations conversations,
            Questions questions,
            Promises promises,
            People people,
            ContactBook contacts,
            FindingRows findings,
            LogRows logs) {
        this.conversations = conversations;
        this.questions = questions;
        this.promises = promises;
        this.people = people;
        this.contacts = contacts;
        this.findings = findings;
        this.logs = logs;
    }

    /** How it felt to them when we last talked, as who was there said. */
    public record LastMood(TalkLog.Mood mood, TalkLog log) {}

    /**
     * @param story newest first
     * @param promises open ones, both ways
     * @param heard needs, hesitations and questions out of notes
     * @param discovered the latest of each, by what it says
     * @param note what stands on their own record
     * @param there who else of theirs takes part
     */
    public record Briefing(
            List<Touch> story,
            List<Promise> promises,
            Questions.Open questions,
            List<Heard> heard,
            Map<String, String> discovered,
            Optional<LastMood> mood,
            String note,
            Collection<PersonCard> there) {}

    public Briefing of(Viewer viewer, TalkPlan plan, Instant at) {
        List<TalkLog> before =
                logs.with(viewer, plan.person(), at, LOGS).stream()
                        .filter(log -> !log.plan().equals(plan.id()))
                        .toList();
        return of(viewer, plan.person(), before, plan.guests(), at);
    }

    /** Of somebody with whom no plan is made. */
    public Briefing with(Viewer viewer, PersonId person, Instant at) {
        return of(viewer, person, logs.with(viewer, person, at, LOGS), List.of(), at);
    }

    private Briefing of(
            Viewer viewer,
            PersonId person,
            List<TalkLog> before,
            List<PersonId> guests,
            Instant at) {
        return new Briefing(
                conversations.story(viewer, person, at, Optional.empty(), STORY),
                promises.with(viewer, person, at).stream()
                        .filter(one -> one.side() != Promise.Side.TASK)
                        .filter(one -> !one.state(viewer.zone()).isSettled())
                        .toList(),
                questions.with(viewer, person, at),
                findings.heardOf(viewer, person, at, HEARD),
                discovered(before),
                before.stream()
                        .filter(log -> log.judgement().mood() != TalkLog.Mood.NOT_SAID)
                        .findFirst()
                        .map(log -> new LastMood(log.judgement().mood(), log)),
                contacts.contact(viewer, person).map(Contact::notes).orElse(""),
                people.cards(viewer, guests).values());
    }

    private static Map<String, String> discovered(List<TalkLog> newestFirst) {
        Map<String, String> latest = new LinkedHashMap<>();
        newestFirst.forEach(log -> log.discovered().said().forEach(latest::putIfAbsent));
        return latest;
    }
}
