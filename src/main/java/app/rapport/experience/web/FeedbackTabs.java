package app.rapport.experience.web;

import app.rapport.ui.Tab;
import java.util.List;

/** The pages of feedback. */
final class FeedbackTabs {
    private FeedbackTabs() {}

    static List<Tab> at(String current) {
        return List.of(
                tab("Heard", "/feedback", current),
                tab("Changed", "/feedback/changes", current),
                tab("Figures", "/feedback/figures", current),
                tab("Touch points", "/touch-points", current),
                tab("Whom to ask", "/feedback/asking", current));
    }

    private static Tab tab(String title, String href, String current) {
        return new Tab(title, href, -1, href.equals(current));
    }
}
