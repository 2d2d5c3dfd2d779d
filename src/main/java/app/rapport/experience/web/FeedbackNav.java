package app.rapport.experience.web;

import app.rapport.experience.Surveys;
import app.rapport.experience.TouchPoints;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.ui.NavEntry;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Feedback comes into the side with the first moment or touch point that is noted. */
@Component
class FeedbackNav implements NavEntry {
    private final Surveys surveys;
    private final TouchPoints points;

    FeedbackNav(Surveys surveys, TouchPoints points) {
        this.surveys = surveys;
        this.points = points;
    }

    @Override
    public Optional<Item> item(Viewer viewer) {
        return surveys.begun(viewer) || points.begun(viewer)
                ? Optional.of(
                        Item.of("Feedback", "/feedback", "message-question", "f", 55)
                                .alsoHomeOf("/touch-points"))
                : Optional.empty();
    }

    @Override
    public Right needs() {
        return Right.READ_RECORDS;
    }
}
