package app.rapport.access.web;

import app.rapport.ui.Choice;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import java.util.List;

/** The first page of a fresh server: who owns it. */
public record SetupPage(String token, Typed typed, List<Choice> zones, Wrong wrong)
        implements Page {

    /** What stays in the form when something was wrong; never the password. */
    public record Typed(String workspace, String name, String email, String zone) {}

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
