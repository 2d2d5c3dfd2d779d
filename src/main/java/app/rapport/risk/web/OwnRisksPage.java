package app.rapport.risk.web;

import app.rapport.kernel.MemberId;
import app.rapport.risk.Risks.Taken;
import app.rapport.risk.model.OwnRisk;
import app.rapport.risk.model.OwnRisk.Went;
import app.rapport.ui.Choice;
import app.rapport.ui.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the viewer dared and how it went, and what colleagues share of theirs.
 *
 * @param deal in which a new one would be; empty for none
 */
public record OwnRisksPage(
        List<Taken> all, MemberId viewer, Map<MemberId, String> members, String deal, Typed typed)
        implements Page {

    public List<Taken> mine() {
        return all.stream().filter(one -> one.note().by().equals(viewer)).toList();
    }

    public List<Taken> shared() {
        return all.stream().filter(one -> !one.note().by().equals(viewer)).toList();
    }

    public String who(Taken one) {
        return members.getOrDefault(one.note().by(), "");
    }

    /** "4 of 6 went as expected or better": empty while none is decided. */
    public String sum() {
        List<Went> known =
                mine().stream().flatMap(one -> one.note().body().went().stream()).toList();
        long well = known.stream().filter(went -> went != Went.WORSE).count();
        return known.isEmpty() ? "" : well + " of " + known.size() + " went as expected or better";
    }

    public List<Choice> wents() {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", "not known yet")));
        for (Went went : Went.values())
            choices.add(new Choice(went.name().toLowerCase(Locale.ROOT), went.words()));
        return choices;
    }

    public static String went(OwnRisk risk) {
        return risk.went().map(one -> one.name().toLowerCase(Locale.ROOT)).orElse("");
    }

    @Override
    public int status() {
        return typed.wrong().any() ? 422 : 200;
    }
}
