package app.rapport.negotiations.web;

import app.rapport.bargaining.Span;
import app.rapport.bargaining.offers.Steps;
import app.rapport.kernel.MemberId;
import app.rapport.negotiations.Sitting;
import app.rapport.negotiations.Sittings;
import app.rapport.negotiations.Suggestions;
import app.rapport.negotiations.Weighing;
import app.rapport.negotiations.model.PlanIssue;
import app.rapport.negotiations.model.table.Agreement;
import app.rapport.negotiations.model.table.CurveBall;
import app.rapport.negotiations.model.table.Ledger;
import app.rapport.negotiations.model.table.Move;
import app.rapport.negotiations.model.table.Offer;
import app.rapport.negotiations.model.table.Piece;
import app.rapport.negotiations.model.table.Value;
import app.rapport.negotiations.model.table.WalkAwayGate;
import app.rapport.ui.Page;
import app.rapport.ui.Parts.Part;
import app.rapport.ui.Wrong;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * The table: their last offer, ours, and the one that is being written down, with what each is
 * worth.
 *
 * @param curveBalls what this buyer tried at earlier tables
 * @param alone whether nobody else works in the workspace
 * @param parts what other rooms have to say of a table that closed
 */
public record TablePage(
        PlanHead head,
        Sitting sitting,
        Weighing draft,
        Suggestions suggestions,
        Wrong wrong,
        MemberId viewer,
        boolean alone,
        Instant now,
        ZoneId zone,
        List<CurveBall> curveBalls,
        List<Part> parts)
        implements Page {

    @Override
    public int status() {
        if (isUnsent()) return 409;
        return wrong.any() ? 422 : 200;
    }

    /** Whether the draft was to be put on a table that has closed meanwhile. */
    public boolean isUnsent() {
        return wrong.at(Sittings.CLOSED);
    }

    /** When the draft was said, as a program writes it. */
    public String saidAt() {
        return draft.said().at().orElse(now).toString();
    }

    public String home() {
        return head.home() + "/table";
    }

    public boolean isOurs() {
        return draft.isOurs();
    }

    public boolean isOpen() {
        return sitting.state().isOpen();
    }

    /** What was agreed, where it closed with an agreement. */
    public Optional<Agreement> agreement() {
        return sitting.agreement();
    }

    /** What is agreed in pieces, or what is being written down. */
    public List<Piece> pieces() {
        return agreement()
                .map(agreed -> Piece.of(sitting.valuation(), agreed.terms()))
                .orElseGet(draft::pieces);
    }

    /** "Yours 3", "Theirs 3". */
    public static String name(Move move) {
        return (move.isOurs() ? "Yours " : "Theirs ") + move.number();
    }

    /** What a side says of an issue; a dash where it says nothing. */
    public String said(boolean ours, PlanIssue issue) {
        return words(issue, sitting.standing(ours));
    }

    public static String words(PlanIssue issue, Map<UUID, String> choices) {
        String choice = choices.get(issue.id());
        if (choice == null) return "–";
        return issue.unit().isEmpty() ? choice : choice + " " + issue.unit();
    }

    public Optional<Value> value(boolean ours) {
        return sitting.last(ours).map(move -> value(move.standing()));
    }

    public Value value(Map<UUID, String> choices) {
        return sitting.valuation().of(choices);
    }

    /** "+29" above the walk-away, or "−16" below it. */
    public String above(Value value) {
        return head.plan()
                .walkAway()
                .map(limit -> signed(value.middle() - limit.doubleValue()))
                .orElse("");
    }

    public boolean isBelow(Value value) {
        return head.plan()
                .walkAway()
                .filter(limit -> value.ours().high() < limit.doubleValue())
                .isPresent();
    }

    public static String signed(double points) {
        long round = Math.round(points);
        return round == 0 ? "0" : round > 0 ? "+" + round : "−" + -round;
    }

    /** "54", or "44 to 64" while it is not known. */
    public static String span(Span span) {
        long low = Math.round(span.low());
        long high = Math.round(span.high());
        return low == high ? String.valueOf(low) : low + " to " + high;
    }

    /** ": 0.4 for each point that you gave"; empty while you gave none. */
    public static String reciprocity(Ledger ledger) {
        OptionalDouble back = ledger.reciprocity();
        return back.isEmpty()
                ? ""
                : String.format(
                        Locale.UK, ": %.1f for each point that you gave", back.getAsDouble());
    }

    public static long round(double points) {
        return Math.round(points);
    }

    public boolean mayAgree(Offer offer) {
        return WalkAwayGate.mayAgree(offer, viewer, alone, now);
    }

    /** The package of an offer in words, as far as it says something new. */
    public String terms(Map<UUID, String> choices) {
        return named(choices, head.plan().issues());
    }

    public String changed(Move move) {
        List<PlanIssue> issues =
                head.plan().issues().stream()
                        .filter(issue -> move.changed().contains(issue.id()))
                        .toList();
        String words = named(move.standing(), issues);
        return words.isEmpty() ? "the same again" : words;
    }

    private static String named(Map<UUID, String> choices, List<PlanIssue> issues) {
        return issues.stream()
                .filter(issue -> choices.containsKey(issue.id()))
                .map(issue -> issue.name() + " " + words(issue, choices))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    /** What the plane shows, in one sentence. */
    public String finding() {
        if (sitting.path().isEmpty()) return "No offer is on the table yet.";
        StringBuilder words = new StringBuilder("Worth to you against probable worth to them.");
        for (boolean ours : new boolean[] {true, false})
            sitting.last(ours)
                    .ifPresent(move ->
                            words.append(' ')
                                    .append(name(move))
                                    .append(" is worth ")
                                    .append(span(value(move.standing()).ours()))
                                    .append(" to you and probably ")
                                    .append(span(value(move.standing()).theirs()))
                                    .append(" to them."));
        head.plan()
                .walkAway()
                .ifPresent(limit ->
                        words.append(" You walk away below ")
                                .append(Math.round(limit.doubleValue()))
                                .append('.'));
        sitting.valuation()
                .aim()
                .ifPresent(aim -> words.append(" You aim at ").append(Math.round(aim)).append('.'));
        return words.toString();
    }

    /** How sure we are of them. */
    public String estimated() {
        long heard = sitting.path().stream().filter(move -> !move.isOurs()).count();
        return sitting.valuation().belief().isEmpty()
                ? "Their side is what your plan believes."
                : "Their side is estimated from " + heard + (heard == 1 ? " offer." : " offers.");
    }

    public String aboveAim(Value value) {
        return sitting.valuation().aim().map(aim -> signed(value.middle() - aim)).orElse("");
    }

    public String limit() {
        return head.plan()
                .walkAway()
                .map(limit -> String.valueOf(Math.round(limit.doubleValue())))
                .orElse("");
    }

    public String outcomes() {
        return String.format(
                Locale.UK, "%,d", sitting.valuation().negotiation().domain().outcomes());
    }

    /** What a point is worth in the unit of the price: "0.4 EUR"; empty where there is none. */
    public String perPoint() {
        List<PlanIssue> issues = head.plan().issues();
        for (int at = 0; at < issues.size(); at++)
            if (issues.get(at).price() && issues.get(at).scale().isPresent()) return perPoint(at);
        return "";
    }

    private String perPoint(int price) {
        var negotiation = sitting.valuation().negotiation();
        Steps steps = new Steps(negotiation.domain(), negotiation.ours());
        OptionalDouble units = steps.inUnitsOf(price, new Steps.Step(price, 0, 0, 0.01));
        String unit = head.plan().issues().get(price).unit();
        return units.isEmpty()
                ? ""
                : String.format(Locale.UK, "%.2g %s", units.getAsDouble(), unit).strip();
    }

    /** The deadline as a field takes it. */
    public String endsOn() {
        return sitting.state()
                .endsOn()
                .map(at ->
                        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").format(at.atZone(zone)))
                .orElse("");
    }
}
