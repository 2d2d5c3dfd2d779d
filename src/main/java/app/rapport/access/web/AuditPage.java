package app.rapport.access.web;

import app.rapport.access.Audit.Line;
import app.rapport.ui.Choice;
import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import java.util.List;

/**
 * Who did what.
 *
 * @param next where the older lines are; empty on the last page
 */
public record AuditPage(
        List<Line> lines,
        String member,
        String kind,
        List<Choice> members,
        List<Choice> kinds,
        String next,
        List<Tab> tabs)
        implements Page {}
