package app.rapport.conversations;

import app.rapport.access.Access;
import app.rapport.access.House;
import app.rapport.access.Member;
import app.rapport.access.Us;
import app.rapport.conversations.answers.MailFact;
import app.rapport.conversations.answers.WordFacts;
import app.rapport.conversations.model.Sides;
import app.rapport.conversations.store.AnswersOwed;
import app.rapport.conversations.store.MailFacts;
import app.rapport.kernel.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Keeps up to date which mails wait for a member's answer; can always be rebuilt from the mails.
 */
@Service
public class AnswerLedger {
    private final MailFacts facts;
    private final AnswersOwed owed;
    private final House house;
    private final Access access;

    AnswerLedger(MailFacts facts, AnswersOwed owed, House house, Access access) {
        this.facts = facts;
        this.owed = owed;
        this.house = house;
        this.access = access;
    }

    @EventListener
    void on(MailArchive.Grew grew) {
        rebuild(grew.viewer());
    }

    public void rebuild(Viewer viewer) {
        owed.rebuild(viewer, taker -> eachFact(viewer, taker));
    }

    List<MailFact> factsOf(Viewer viewer) {
        List<MailFact> all = new ArrayList<>();
        eachFact(viewer, all::add);
        return all;
    }

    private void eachFact(Viewer viewer, Consumer<MailFact> taker) {
        Sides sides = sides(viewer);
        String name =
                access.member(viewer.workspace(), viewer.member()).map(Member::name).orElse("");
        facts.each(viewer, sides, new WordFacts(name, sides.mine()), taker);
    }

    Sides sides(Viewer viewer) {
        Us us = house.us(viewer);
        return new Sides(us.mine(), us.colleagues(), us.domains());
    }
}
