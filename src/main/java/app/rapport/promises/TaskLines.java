package app.rapport.promises;

import app.rapport.access.House;
import app.rapport.access.Refused;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.promises.model.Line;
import app.rapport.promises.model.NamesInLine;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.springframework.stereotype.Component;

/** Reads a task in one line: "every Friday send Jane the figures @tom". */
@Component
public class TaskLines {
    private static final int LOOKED_AT = 4;

    private final Promises promises;
    private final People people;
    private final House house;

    TaskLines(Promises promises, People people, House house) {
        this.promises = promises;
        this.people = people;
        this.house = house;
    }

    public Tasks.New read(Viewer viewer, String typed) {
        Matcher colleague = NamesInLine.colleague(typed);
        boolean given = colleague.find();
        MemberId keeper = given ? member(viewer, colleague.group(1)) : viewer.member();
        String words =
                given
                        ? typed.substring(0, colleague.start()) + typed.substring(colleague.end())
                        : typed;
        Line line = promises.readTask(viewer, words);
        return new Tasks.New(
                line.what(), line.due(), line.every(), person(viewer, line.what()), keeper);
    }

    private MemberId member(Viewer viewer, String named) {
        String sought = named.toLowerCase(Locale.ROOT);
        List<MemberId> found =
                house.present(viewer).entrySet().stream()
                        .filter(one -> one.getValue().toLowerCase(Locale.ROOT).startsWith(sought))
                        .map(Map.Entry::getKey)
                        .toList();
        if (found.size() == 1) return found.getFirst();
        throw new Refused(
                "line",
                (found.isEmpty() ? "Nobody who works here is called @" : "Several are called @")
                        + named);
    }

    /** Somebody whom the line names so that nobody else can be meant. */
    private Optional<PersonId> person(Viewer viewer, String what) {
        return NamesInLine.in(what).stream()
                .flatMap(name -> only(viewer, name).stream())
                .findFirst();
    }

    private Optional<PersonId> only(Viewer viewer, String name) {
        List<PersonCard> called =
                people.search(viewer, name, LOOKED_AT).stream()
                        .filter(card -> NamesInLine.isPartOf(name, card.name()))
                        .toList();
        return called.size() == 1 ? Optional.of(called.getFirst().id()) : Optional.empty();
    }
}
