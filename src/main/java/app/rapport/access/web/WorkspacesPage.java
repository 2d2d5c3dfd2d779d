package app.rapport.access.web;

import app.rapport.access.Workspaces.Choice;
import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import app.rapport.ui.Wrong;
import java.util.List;

/** The workspaces of one login. */
public record WorkspacesPage(List<Choice> workspaces, List<Tab> tabs, Wrong wrong) implements Page {

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
