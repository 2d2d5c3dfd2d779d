package app.rapport.demo;

import app.rapport.demo.model.Deed;
import app.rapport.kernel.Viewer;
import app.rapport.promises.Promises;
import app.rapport.promises.Tasks;
import app.rapport.promises.Thanking;
import app.rapport.promises.Trusting;
import app.rapport.promises.model.Deadline;
import app.rapport.promises.model.Promise.Side;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Promises, tasks, thanks and trust of the play, through their room. */
@Component
class PromiseDeeds {
    private final Promises promises;
    private final Tasks tasks;
    private final Thanking thanking;
    private final Trusting trusting;

    PromiseDeeds(Promises promises, Tasks tasks, Thanking thanking, Trusting trusting) {
        this.promises = promises;
        this.tasks = tasks;
        this.thanking = thanking;
        this.trusting = trusting;
    }

    void promise(Known known, Deed.Promised deed) {
        Viewer viewer = known.seller(deed.done());
        known.name(
                deed.key(),
                promises.make(
                                viewer,
                                new Promises.New(
                                        deed.ours() ? Side.OURS : Side.THEIRS,
                                        Optional.of(known.person(deed.person())),
                                        viewer.member(),
                                        deed.what(),
                                        by(deed.due()),
                                        deed.weight(),
                                        Optional.empty()))
                        .id());
    }

    void step(Known known, Deed.Stepped deed) {
        promises.move(
                known.seller(deed.done()),
                known.named(deed.key()),
                deed.kind(),
                deed.due().flatMap(PromiseDeeds::by),
                Optional.empty());
    }

    private static Optional<Deadline> by(LocalDate day) {
        return Optional.of(new Deadline(day, Optional.empty()));
    }

    void task(Known known, Deed.Tasked deed) {
        known.name(
                deed.key(),
                tasks.add(
                                known.seller(deed.done()),
                                new Tasks.New(
                                        deed.what(),
                                        by(deed.due()),
                                        deed.every(),
                                        deed.person().map(known::person),
                                        known.member(deed.keeper())))
                        .id());
    }

    void favour(Known known, Deed.Favoured deed) {
        thanking.record(
                known.seller(deed.done()), known.person(deed.person()), deed.kind(), deed.words());
    }

    void show(Known known, Deed.Shown deed) {
        trusting.record(
                known.seller(deed.done()),
                known.person(deed.person()),
                deed.ours() ? Side.OURS : Side.THEIRS,
                deed.good(),
                deed.weight(),
                deed.words());
    }
}
