package app.rapport.people.web;

import app.rapport.access.House;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Viewer;
import app.rapport.people.AccountBook;
import app.rapport.people.Merges;
import app.rapport.people.model.Field;
import app.rapport.people.model.FieldText;
import app.rapport.people.model.MergeChoices;
import app.rapport.people.model.Side;
import app.rapport.people.model.Union;
import app.rapport.people.web.MergePage.Choice;
import app.rapport.people.web.MergePage.Said;
import app.rapport.ui.Wrong;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Two records side by side, in words. */
@Component
class MergeViews {
    private final Merges merges;
    private final AccountBook accounts;
    private final House house;

    MergeViews(Merges merges, AccountBook accounts, House house) {
        this.merges = merges;
        this.accounts = accounts;
        this.house = house;
    }

    static String home(RecordKind kind, UUID id) {
        return (kind == RecordKind.CONTACT ? "/people/" : "/accounts/") + id;
    }

    MergePage page(
            Viewer viewer,
            RecordKind kind,
            UUID winner,
            UUID loser,
            Map<String, Side> chosen,
            Wrong wrong) {
        Merges.Pair pair = merges.pair(viewer, kind, winner, loser);
        Union union = MergeChoices.union(kind);
        Map<String, String> both = union.of(pair.winner(), pair.loser(), chosen, "");
        List<Choice> choices = new ArrayList<>();
        List<Said> same = new ArrayList<>();
        for (Field field : MergeChoices.fields(kind)) {
            String here = pair.winner().getOrDefault(field.key(), "");
            String there = pair.loser().getOrDefault(field.key(), "");
            boolean differ = union.isChosen(field) && !here.equals(there);
            if (differ && !here.isEmpty() && !there.isEmpty())
                choices.add(
                        new Choice(
                                field.json(),
                                field.label(),
                                shown(viewer, field, here),
                                shown(viewer, field, there),
                                union.side(field.key(), here, there, chosen)));
            else if (!both.getOrDefault(field.key(), "").isEmpty())
                same.add(
                        new Said(
                                field.label(),
                                shown(viewer, field, both.getOrDefault(field.key(), ""))));
        }
        return new MergePage(
                home(kind, winner),
                name(kind, pair.winner()),
                home(kind, loser),
                name(kind, pair.loser()),
                loser.toString(),
                kind == RecordKind.ACCOUNT,
                choices,
                same,
                wrong);
    }

    private static String name(RecordKind kind, Map<String, String> state) {
        String name = state.getOrDefault(kind == RecordKind.CONTACT ? "display_name" : "name", "");
        return name.isEmpty() ? "No name" : name;
    }

    private String shown(Viewer viewer, Field field, String text) {
        return switch (field.shape()) {
            case ACCOUNT ->
                    accounts.names(viewer, List.of(AccountId.of(text)))
                            .getOrDefault(AccountId.of(text), "a deleted company");
            case MEMBER ->
                    house.members(viewer).getOrDefault(MemberId.of(text), "a former colleague");
            default -> field.key().equals("notes") ? text : FieldText.shown(text);
        };
    }
}
