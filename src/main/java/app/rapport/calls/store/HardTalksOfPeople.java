package app.rapport.calls.store;

import app.rapport.calls.HardTalk;
import app.rapport.calls.model.HardField;
import app.rapport.database.PointedRecords;
import app.rapport.database.PointedRows;
import app.rapport.database.PointedTables;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Sheets go along when two people become one, and go with who is erased. Their writer alone gets
 * them handed out: to all others there are none, so none are counted either.
 */
@Repository
class HardTalksOfPeople extends PointedRecords {
    private static final PointedTables ROWS =
            PointedTables.ofContacts(new PointedRows("hard_talk", "person_id", "person_origin"));
    private static final int MOST = 200;

    private final HardTalkRows rows;

    HardTalksOfPeople(JdbcClient jdbc, HardTalkRows rows) {
        super(jdbc, ROWS);
        this.rows = rows;
    }

    @Override
    public List<Fact> facts(Viewer by, Erased whole) {
        return whole.people().stream()
                .flatMap(id ->
                        rows
                                .page(by, Optional.of(new PersonId(id)), Optional.empty(), MOST)
                                .stream())
                .flatMap(HardTalksOfPeople::facts)
                .toList();
    }

    private static Stream<Fact> facts(HardTalk talk) {
        return Stream.of(HardField.values())
                .filter(field -> !talk.words().of(field).isEmpty())
                .map(field ->
                        new Fact(
                                "Hard talks",
                                field.label().toLowerCase(Locale.ROOT),
                                talk.words().of(field),
                                talk.createdAt(),
                                "what you wrote for yourself"));
    }
}
