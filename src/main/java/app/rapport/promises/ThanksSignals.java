package app.rapport.promises;

import app.rapport.access.House;
import app.rapport.access.WorkingDays;
import app.rapport.kernel.Level;
import app.rapport.kernel.Signal;
import app.rapport.kernel.SignalSource;
import app.rapport.kernel.Viewer;
import app.rapport.promises.model.ThanksOwed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Thanks owed, from the moment that they are: due within two working days. */
@Component
class ThanksSignals implements SignalSource {
    /** More at once are no thanks any more. */
    private static final int MOST = 5;

    private static final int IN_TIME = 2;

    private final Thanking thanking;
    private final House house;

    ThanksSignals(Thanking thanking, House house) {
        this.thanking = thanking;
        this.house = house;
    }

    @Override
    public List<Signal> signals(Viewer viewer, Instant at) {
        List<ThanksOwed> owed = thanking.owed(viewer, at);
        if (owed.isEmpty()) return List.of();
        WorkingDays week = house.workingDays(viewer);
        return owed.stream().limit(MOST).map(one -> signal(viewer, one, week, at)).toList();
    }

    private static Signal signal(Viewer viewer, ThanksOwed owed, WorkingDays week, Instant at) {
        long days =
                week.between(
                        LocalDate.ofInstant(owed.since(), viewer.zone()),
                        LocalDate.ofInstant(at, viewer.zone()));
        boolean late = days > IN_TIME;
        return new Signal(
                new Signal.Key("thanks", owed.subject() + "." + owed.person()),
                Optional.of(owed.person()),
                Optional.empty(),
                Level.PROMISE_DUE,
                why(owed),
                owed.evidence().stream().toList(),
                owed.since(),
                late
                        ? "Thank them now, and say what came of it."
                        : "Thank them in a line of its own, for " + owed.kind().thing() + ".",
                "They learn that it goes unnoticed.",
                late ? .5 : .3);
    }

    private static String why(ThanksOwed owed) {
        String words = owed.words().isEmpty() ? "" : ": " + owed.words();
        String said = words.endsWith(".") || words.isEmpty() ? words : words + ".";
        return "They "
                + owed.kind().deed()
                + (said.isEmpty() ? "." : said)
                + " No thanks from you were seen since.";
    }
}
