package app.rapport.negotiations.web;

import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.model.Exchange;
import app.rapport.negotiations.model.PlanLine;
import app.rapport.negotiations.model.Section;
import app.rapport.negotiations.model.Section.Side;
import app.rapport.ui.Sheet;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sheets of a plan that are written in lines. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class PlanController {
    private static final int LONGEST = 2_000;

    private final PlanPages pages;

    PlanController(PlanPages pages) {
        this.pages = pages;
    }

    @GetMapping("/negotiations/{id}")
    PlanPage plan(@PathVariable UUID id, Viewer viewer) {
        PlanHead head = pages.head(viewer, id, "");
        return new PlanPage(head, Exchange.pairs(head.plan()));
    }

    @PostMapping("/negotiations/{id}/lines/{section}")
    Object save(
            @PathVariable UUID id,
            @PathVariable String section,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        pages.existing(viewer, id);
        Section of = Section.of(section).orElseThrow(PlanPages::nothing);
        List<PlanLine> lines =
                new Sheet(sent)
                        .rows("words").stream()
                                .filter(row -> !row.text("words").isBlank())
                                .map(row -> line(of, row))
                                .toList();
        return pages.changed(
                viewer,
                id,
                "#" + of.word(),
                of.title() + " are saved.",
                response,
                plan -> plan.withLines(of, lines));
    }

    private static PlanLine line(Section section, Sheet.Row row) {
        Side side =
                Side.of(row.text("side"))
                        .filter(section.sides()::contains)
                        .orElse(section.sides().getFirst());
        return new PlanLine(
                row.id(),
                section,
                side,
                shortened(row.text("party")),
                shortened(row.text("words")),
                shortened(row.text("reply")),
                shortened(row.text("more")),
                fifth(row.text("cost")),
                fifth(row.text("dear")));
    }

    private static String shortened(String text) {
        String stripped = text.strip();
        return stripped.length() <= LONGEST ? stripped : stripped.substring(0, LONGEST);
    }

    private static Optional<Integer> fifth(String text) {
        return text.matches("[1-5]") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
