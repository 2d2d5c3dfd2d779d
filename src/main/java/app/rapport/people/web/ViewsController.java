package app.rapport.people.web;

import app.rapport.access.Refused;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.SavedView;
import app.rapport.people.SavedViews;
import app.rapport.people.model.PeopleQuery;
import app.rapport.ui.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Views of the list saved, renamed, shared and deleted; columns chosen. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.CHANGE_OWN)
class ViewsController {
    private static final String VIEWS = "/people/views/";

    private final SavedViews views;
    private final PeopleColumns columns;

    ViewsController(SavedViews views, PeopleColumns columns) {
        this.views = views;
        this.columns = columns;
    }

    @PostMapping("/people/views")
    Object save(
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        Map<String, String> given = sent.toSingleValueMap();
        PeopleQuery asked = PeopleQuery.of(given);
        PeopleQuery query =
                asked.with("columns", columns.words(columns.chosen(asked, views.columns(viewer))));
        try {
            SavedView saved =
                    views.save(
                            viewer,
                            given.getOrDefault("name", ""),
                            query,
                            given.containsKey("shared"));
            return Done.to(
                    query.path(),
                    response,
                    Notice.undoable(
                            "The view '" + saved.name() + "' is saved.",
                            VIEWS + saved.id() + "/undo-save"));
        } catch (Refused e) {
            return Done.to(asked.path(), response, Notice.of(e.getMessage() + "."));
        }
    }

    @PostMapping("/people/views/{id}/undo-save")
    Object undoSave(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        found(views.undoSave(viewer, id));
        return Done.to("/people", response, Notice.of("The views are as before."));
    }

    @PostMapping("/people/views/{id}")
    Object change(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        Map<String, String> given = sent.toSingleValueMap();
        String path = PeopleQuery.of(given).path();
        try {
            found(
                    views.change(
                            viewer,
                            id,
                            given.getOrDefault("name", ""),
                            given.containsKey("shared")));
            return Done.to(path, response, Notice.of("The view is saved."));
        } catch (Refused e) {
            return Done.to(path, response, Notice.of(e.getMessage() + "."));
        }
    }

    @PostMapping("/people/views/{id}/delete")
    Object delete(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        found(views.delete(viewer, id));
        return Done.to(
                "/people",
                response,
                Notice.undoable(
                        "The view is deleted. The people in it stay.", VIEWS + id + "/restore"));
    }

    @PostMapping("/people/views/{id}/restore")
    Object restore(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        try {
            found(views.restore(viewer, id));
            return Done.to("/people", response, Notice.of("The view is back."));
        } catch (Refused e) {
            return Done.to("/people", response, Notice.of(e.getMessage() + "."));
        }
    }

    /** Remembered for this member; the address stops saying which columns. */
    @PostMapping("/people/columns")
    Object choose(
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        List<String> asked = sent.getOrDefault("columns", List.of());
        views.choose(viewer, columns.known(asked));
        PeopleQuery query = PeopleQuery.of(sent.toSingleValueMap()).with("columns", "");
        return Done.to(query.path(), response, Notice.of("These columns are shown from now on."));
    }

    private static void found(boolean there) {
        if (!there) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
