package app.rapport.negotiations.web;

import app.rapport.kernel.Uuid7;
import app.rapport.negotiations.model.Exchange;
import app.rapport.negotiations.model.PlanLine;
import app.rapport.negotiations.model.Section;
import app.rapport.ui.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a plan writes down in lines, sheet by sheet. */
public record PlanPage(PlanHead head, List<Exchange> pairs) implements Page {
    private static final int BLANK = 2;

    static PlanPage of(PlanHead head) {
        return new PlanPage(head, Exchange.pairs(head.plan()));
    }

    @Override
    public int status() {
        return head.status();
    }

    public List<Section> sections() {
        return List.of(Section.values());
    }

    /**
     * The lines of a sheet, and empty ones to go on with: one for each side where there is none.
     */
    public List<PlanLine> rows(Section section) {
        List<PlanLine> rows = new ArrayList<>(head.plan().lines(section));
        int blank = rows.isEmpty() ? Math.max(BLANK, section.sides().size()) : 1;
        for (int i = 0; i < blank; i++)
            rows.add(
                    new PlanLine(
                            Uuid7.next(),
                            section,
                            section.sides().get(i % section.sides().size()),
                            "",
                            "",
                            "",
                            "",
                            Optional.empty(),
                            Optional.empty()));
        return rows;
    }
}
