package app.rapport.agenda.web;

import app.rapport.kernel.DaySection;
import app.rapport.kernel.Viewer;
import app.rapport.ui.Parts;
import app.rapport.ui.Parts.Part;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** What other rooms know of the day, drawn beside the items. */
@Component
@ConditionalOnWebApplication
class DayBeside {
    private final List<DaySection> sections;
    private final Parts parts;

    DayBeside(List<DaySection> sections, Parts parts) {
        this.sections = sections;
        this.parts = parts;
    }

    List<Part> of(Viewer viewer, Instant at) {
        return sections.stream()
                .flatMap(one -> one.section(viewer, at).stream())
                .sorted(Comparator.comparingInt(DaySection.Section::order))
                .map(part -> parts.part(part.template(), part.page()))
                .toList();
    }
}
