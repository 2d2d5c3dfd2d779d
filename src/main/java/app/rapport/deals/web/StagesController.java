package app.rapport.deals.web;

import app.rapport.access.Refused;
import app.rapport.deals.Stage;
import app.rapport.deals.Stages;
import app.rapport.deals.Stages.Wish;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.ui.Notice;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The stages of the workspace, changed by who may change the workspace. */
@Controller
@Needs(toRead = Right.CHANGE_WORKSPACE, toChange = Right.CHANGE_WORKSPACE)
class StagesController {
    private static final int SPARE = 2;

    private final Stages stages;

    StagesController(Stages stages) {
        this.stages = stages;
    }

    @GetMapping("/deals/stages")
    StagesPage show(Viewer viewer) {
        return page(
                stages.all(viewer).stream()
                        .map(stage -> new Wish(Optional.of(stage.id()), stage.name(), stage.kind()))
                        .toList(),
                Wrong.NOTHING);
    }

    /** With empty lines for new ones before those that end a deal. */
    private static StagesPage page(List<Wish> standing, Wrong wrong) {
        List<Wish> lines = new ArrayList<>(standing);
        int end = 0;
        while (end < lines.size() && lines.get(end).kind() == Stage.Kind.OPEN) end++;
        long blank = standing.stream().filter(line -> line.name().isBlank()).count();
        for (long i = blank; i < SPARE; i++)
            lines.add(end, new Wish(Optional.empty(), "", Stage.Kind.OPEN));
        return new StagesPage(lines, wrong);
    }

    @PostMapping("/deals/stages")
    Object save(
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        List<Wish> wishes = wishes(sent);
        try {
            stages.change(viewer, wishes);
            return Done.to("/deals/board", response, Notice.of("The stages are saved."));
        } catch (Refused e) {
            return page(wishes, new Wrong(e.field(), e.getMessage()));
        }
    }

    private static List<Wish> wishes(MultiValueMap<String, String> sent) {
        List<String> names = sent.getOrDefault("name", List.of());
        List<String> ids = sent.getOrDefault("id", List.of());
        List<String> kinds = sent.getOrDefault("kind", List.of());
        if (names.size() != ids.size() || names.size() != kinds.size())
            throw new Refused("stages", "The form did not come whole; load the page again");
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < names.size(); i++)
            wishes.add(new Wish(id(ids.get(i)), names.get(i), kind(kinds.get(i))));
        return wishes;
    }

    private static Optional<UUID> id(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new Refused("stages", "There is no such stage");
        }
    }

    private static Stage.Kind kind(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "won" -> Stage.Kind.WON;
            case "lost" -> Stage.Kind.LOST;
            default -> Stage.Kind.OPEN;
        };
    }
}
