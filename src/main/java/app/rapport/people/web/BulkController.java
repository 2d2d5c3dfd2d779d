package app.rapport.people.web;

import app.rapport.access.House;
import app.rapport.access.Refused;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.BulkChanges;
import app.rapport.people.model.Chosen;
import app.rapport.people.model.Deed;
import app.rapport.people.model.PeopleQuery;
import app.rapport.ui.Notice;
import app.rapport.ui.Numbers;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Many people of the list changed at once, and all of it taken back. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class BulkController {
    private final BulkChanges changes;
    private final House house;

    BulkController(BulkChanges changes, House house) {
        this.changes = changes;
        this.house = house;
    }

    @PostMapping("/people/bulk")
    Object change(
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        Map<String, String> given = sent.toSingleValueMap();
        PeopleQuery query = PeopleQuery.of(given);
        return Done.to(query.path(), response, done(viewer, chosen(sent, query), given));
    }

    private static Chosen chosen(MultiValueMap<String, String> sent, PeopleQuery query) {
        if (sent.containsKey("all")) return new Chosen.AllThatFit(query);
        return new Chosen.These(people(sent.getOrDefault("id", List.of())));
    }

    private static Set<PersonId> people(List<String> ids) {
        return ids.stream().flatMap(BulkController::person).collect(Collectors.toSet());
    }

    private static Stream<PersonId> person(String id) {
        try {
            return Stream.of(new PersonId(UUID.fromString(id)));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    private Notice done(Viewer viewer, Chosen chosen, Map<String, String> given) {
        try {
            Deed deed =
                    Deed.read(
                            given.getOrDefault("deed", ""),
                            given.getOrDefault("withTag", ""),
                            given.getOrDefault("withOwner", ""));
            BulkChanges.Done done = changes.change(viewer, chosen, deed);
            if (done.people() == 0) return Notice.of("Nothing was other than before.");
            return Notice.undoable(
                    words(viewer, deed, done.people()), "/people/bulk/" + done.id() + "/undo");
        } catch (Refused e) {
            return Notice.of(e.getMessage() + ". Nothing was changed.");
        }
    }

    private String words(Viewer viewer, Deed deed, int count) {
        String people = Numbers.of(count, "person", "people");
        return switch (deed) {
            case Deed.AddTag(String tag) ->
                    people + (count == 1 ? " has" : " have") + " the tag '" + tag + "' now.";
            case Deed.RemoveTag(String tag) -> "The tag '" + tag + "' is taken off " + people + ".";
            case Deed.SetOwner(Optional<MemberId> owner) ->
                    owner.map(id -> house.members(viewer).getOrDefault(id, "")).orElse("Nobody")
                            + " looks after "
                            + people
                            + " now.";
            case Deed.Delete _ -> people + (count == 1 ? " is" : " are") + " deleted.";
        };
    }

    @PostMapping("/people/bulk/{id}/undo")
    Object undo(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        BulkChanges.Undone undone =
                changes.undo(viewer, id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Done.to("/people", response, Notice.of(words(undone)));
    }

    private static String words(BulkChanges.Undone undone) {
        String people = Numbers.of(undone.people(), "person", "people");
        if (undone.people() == undone.of())
            return people + (undone.people() == 1 ? " is" : " are") + " as before.";
        return Numbers.count(undone.people())
                + " of "
                + Numbers.of(undone.of(), "person", "people")
                + " are as before; the others were changed since.";
    }
}
