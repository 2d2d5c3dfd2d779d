package app.rapport.demo;

import app.rapport.demo.model.Deed;
import app.rapport.kernel.HouseClock;
import org.springframework.stereotype.Component;

/** Does what the sellers of the play did, each at its moment, through the faces of the rooms. */
@Component
class Performance {
    private final PromiseDeeds promises;
    private final TalkDeeds talks;
    private final FeedbackDeeds feedback;
    private final DealDeeds deals;
    private final NegotiationDeeds negotiations;
    private final CaseDeeds cases;
    private final RiskDeeds risks;

    Performance(
            PromiseDeeds promises,
            TalkDeeds talks,
            FeedbackDeeds feedback,
            DealDeeds deals,
            NegotiationDeeds negotiations,
            CaseDeeds cases,
            RiskDeeds risks) {
        this.promises = promises;
        this.talks = talks;
        this.feedback = feedback;
        this.deals = deals;
        this.negotiations = negotiations;
        this.cases = cases;
        this.risks = risks;
    }

    void of(Known known, Deed deed) {
        HouseClock.at(
                deed.done().at(),
                () -> {
                    act(known, deed);
                    return true;
                });
    }

    private void act(Known known, Deed deed) {
        switch (deed) {
            case Deed.Promised promised -> promises.promise(known, promised);
            case Deed.Stepped stepped -> promises.step(known, stepped);
            case Deed.Tasked tasked -> promises.task(known, tasked);
            case Deed.Favoured favoured -> promises.favour(known, favoured);
            case Deed.Shown shown -> promises.show(known, shown);
            case Deed.Logged logged -> talks.log(known, logged);
            case Deed.Talked talked -> talks.talk(known, talked);
            case Deed.Prepared prepared -> talks.prepare(known, prepared);
            case Deed.Asked asked -> feedback.ask(known, asked);
            case Deed.Marked marked -> feedback.mark(known, marked);
            case Deed.Changed changed -> feedback.change(known, changed);
            case Deed.Needed needed -> feedback.need(known, needed);
            case Deed.Walked walked -> feedback.walk(known, walked);
            case Deed.Reflected reflected -> feedback.reflect(known, reflected);
            case Deed.DealBegun begun -> deals.begin(known, begun);
            case Deed.DealMoved moved -> deals.move(known, moved);
            case Deed.Planned planned -> negotiations.plan(known, planned);
            case Deed.Reckoned reckoned -> cases.reckon(known, reckoned);
            case Deed.Risked risked -> risks.risk(known, risked);
        }
    }
}
