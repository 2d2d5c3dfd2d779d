package app.rapport.risk.web;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.Slice;
import app.rapport.risk.DealRisk;
import app.rapport.risk.RiskNote;
import app.rapport.risk.Risks;
import app.rapport.risk.model.Band;
import app.rapport.risk.model.Exposure;
import app.rapport.risk.model.LimitUse;
import app.rapport.risk.model.Money;
import app.rapport.risk.model.RiskKind;
import app.rapport.risk.model.RiskSheet;
import app.rapport.risk.model.Stake;
import app.rapport.ui.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may be lost in a deal, how much may, what it rests on, and whether to go on.
 *
 * @param own what the viewer dares in it
 */
public record DealRiskPage(
        DealRisk risk,
        Slice<RiskNote> history,
        List<Risks.Taken> own,
        Map<MemberId, String> members,
        LocalDate today,
        Typed typed)
        implements Page {

    public String home() {
        return "/risk/deals/" + risk.deal().id();
    }

    /** Where what was written goes on; empty on the last page. */
    public String earlier() {
        return history.next().map(cursor -> home() + "?after=" + cursor + "#history").orElse("");
    }

    public RiskSheet sheet() {
        return risk.sheet();
    }

    public Exposure exposure() {
        return sheet().exposure();
    }

    public Stake stake() {
        return sheet().stake();
    }

    public Optional<LimitUse> use() {
        return sheet().use();
    }

    /** Whether the limit is near and nobody decided since. */
    public boolean isPressing() {
        return sheet().isNear() && !sheet().isDecided();
    }

    public Scale scale() {
        return scale(sheet());
    }

    static Scale scale(RiskSheet sheet) {
        return Scale.of(
                Stream.concat(
                        Stream.of(sheet.exposure().worst(), sheet.exposure().best()),
                        sheet.scenarios().stream().map(one -> one.result())));
    }

    public String money(BigDecimal amount) {
        return Money.words(amount, risk.currency());
    }

    public String money(Band band) {
        return band.words(risk.currency());
    }

    /** As it is typed; nothing where it is not known. */
    public static String typedAmount(Optional<BigDecimal> amount) {
        return amount.map(BigDecimal::toPlainString).orElse("");
    }

    public String who(RiskNote note) {
        return members.getOrDefault(note.note().by(), "");
    }

    public static String title(RiskNote note) {
        return RiskKind.of(note.note().body()).title();
    }

    @Override
    public int status() {
        return typed.wrong().any() ? 422 : 200;
    }
}
