package app.rapport.people.web;

import app.rapport.access.House;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.people.AccountBook;
import app.rapport.people.FieldChange;
import app.rapport.people.model.Field;
import app.rapport.people.model.FieldText;
import app.rapport.people.web.HistoryPage.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says changes so that people can read them: names instead of ids, rows one after another. */
@Component
class HistoryWords {
    /** Entries that are about no field. */
    private static final Map<String, String> WORDS =
            Map.of("deleted", "Deleted", "merged", "Joined with");

    private final House house;
    private final AccountBook accounts;

    HistoryWords(House house, AccountBook accounts) {
        this.house = house;
        this.accounts = accounts;
    }

    /**
     * @param field the field of that key; ties have none
     * @param standing what stands in a field now
     */
    List<Entry> entries(
            Viewer viewer,
            List<FieldChange> changes,
            Function<String, Optional<? extends Field>> field,
            Function<String, String> standing) {
        Map<MemberId, String> members = house.members(viewer);
        List<AccountId> linked =
                changes.stream()
                        .filter(change -> holds(field, change, Field.Shape.ACCOUNT))
                        .flatMap(change -> Stream.of(change.before(), change.after()))
                        .flatMap(text -> id(text).stream())
                        .map(AccountId::new)
                        .distinct()
                        .toList();
        Map<AccountId, String> names = accounts.names(viewer, linked);
        return changes.stream()
                .map(change -> {
                    Function<String, String> shown =
                            text -> shown(field.apply(change.field()), text, members, names);
                    boolean back =
                            field.apply(change.field()).isPresent()
                                    && !standing.apply(change.field()).equals(change.before());
                    return new Entry(
                            back ? change.id().toString() : "",
                            field.apply(change.field())
                                    .map(Field::label)
                                    .orElse(WORDS.getOrDefault(change.field(), "Role")),
                            shown.apply(change.before()),
                            shown.apply(change.after()),
                            change.at(),
                            who(change, members),
                            change.source().map(touch -> "/touches/" + touch).orElse(""));
                })
                .toList();
    }

    private static boolean holds(
            Function<String, Optional<? extends Field>> field,
            FieldChange change,
            Field.Shape shape) {
        return field.apply(change.field()).filter(known -> known.shape() == shape).isPresent();
    }

    private static String who(FieldChange change, Map<MemberId, String> members) {
        if (change.importId().isPresent()) return "an import";
        return change.by()
                .map(member -> members.getOrDefault(member, "a former colleague"))
                .orElse("Rapport");
    }

    private static String shown(
            Optional<? extends Field> field,
            String text,
            Map<MemberId, String> members,
            Map<AccountId, String> names) {
        Field.Shape shape = field.<Field.Shape>map(Field::shape).orElse(Field.Shape.TEXT);
        return switch (shape) {
            case MEMBER ->
                    id(text).map(id -> members.getOrDefault(new MemberId(id), "a former colleague"))
                            .orElse(text);
            case ACCOUNT ->
                    id(text).map(id -> names.getOrDefault(new AccountId(id), "a deleted company"))
                            .orElse(text);
            default -> FieldText.shown(text);
        };
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
