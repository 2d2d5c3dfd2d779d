package app.rapport.deals.web;

import app.rapport.deals.Stage;
import app.rapport.deals.Stages.Wish;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import java.util.List;

/** The stages, to be named, added and left out. */
public record StagesPage(List<Wish> lines, Wrong wrong) implements Page {
    public List<Stage.Kind> kinds() {
        return List.of(Stage.Kind.values());
    }

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
