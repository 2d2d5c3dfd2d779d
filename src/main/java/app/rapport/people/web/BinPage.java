package app.rapport.people.web;

import app.rapport.people.Bin.Binned;
import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import java.util.List;

/** What was deleted lately, and by whom. */
public record BinPage(List<Line> lines, List<Tab> tabs) implements Page {
    /**
     * @param by the colleague's name; empty where it is not known
     */
    public record Line(Binned binned, String by) {}
}
