package app.rapport.mirror.web;

import app.rapport.kernel.Estimate;
import app.rapport.kernel.MemberId;
import app.rapport.mirror.Mirrors.Mirror;
import app.rapport.mirror.model.Figure;
import app.rapport.mirror.model.Often;
import app.rapport.mirror.model.Parting;
import app.rapport.mirror.model.Question;
import app.rapport.mirror.model.Said;
import app.rapport.mirror.model.Step;
import app.rapport.mirror.model.Walked;
import app.rapport.ui.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A member's mirror.
 *
 * @param others who share theirs
 */
public record MirrorPage(Mirror mirror, Map<MemberId, String> others) implements Page {

    private String home() {
        return mirror.own() ? "/mirror" : "/mirror/" + mirror.member();
    }

    public List<FigureView> figures() {
        if (!mirror.showsFacts()) return List.of();
        return Arrays.stream(Figure.values())
                .map(figure -> FigureView.of(figure, mirror.facts(), home()))
                .toList();
    }

    /** A question with what was said to it and what the facts say. */
    public record Asked(Question question, Optional<Said> said, Optional<Estimate> facts) {
        public String share() {
            return facts.map(FigureView::share).orElse("");
        }

        public String missing() {
            return facts.filter(Estimate.NotKnownYet.class::isInstance)
                    .map(one -> ((Estimate.NotKnownYet) one).missing())
                    .orElse("");
        }

        public Parting parting() {
            return said.flatMap(one -> facts.map(share -> Parting.of(one.often(), share)))
                    .orElse(Parting.NOT_KNOWN);
        }

        public String answer() {
            return said.map(one -> one.often().words()).orElse("not said");
        }

        public boolean says(Often often) {
            return said.filter(one -> one.often() == often).isPresent();
        }
    }

    /** Whether the questions come before the facts now. */
    public boolean asks() {
        return !mirror.showsFacts();
    }

    public List<Asked> questions() {
        return Arrays.stream(Question.values())
                .map(question ->
                        new Asked(
                                question,
                                Optional.ofNullable(mirror.review().said().get(question)),
                                question.measure().map(mirror.facts()::share)))
                .toList();
    }

    public Optional<Walked> walked(Step step) {
        return Optional.ofNullable(mirror.walked().get(step));
    }

    public long stepsWalked() {
        return mirror.walked().size();
    }
}
