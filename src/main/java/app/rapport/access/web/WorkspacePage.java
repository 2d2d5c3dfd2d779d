package app.rapport.access.web;

import app.rapport.access.House.Holiday;
import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import app.rapport.ui.Wrong;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;

/** Who is us, and when we work. */
public record WorkspacePage(
        String name,
        Set<DayOfWeek> week,
        List<String> domains,
        List<Holiday> holidays,
        boolean secondFactorRequired,
        List<Tab> tabs,
        Wrong wrong)
        implements Page {

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
