package app.rapport.debriefs.web;

import app.rapport.deals.Deal;
import app.rapport.debriefs.Debrief;
import app.rapport.debriefs.model.Figures;
import app.rapport.debriefs.model.Figures.Step;
import app.rapport.debriefs.model.Lesson;
import app.rapport.debriefs.model.Lesson.Company;
import app.rapport.debriefs.model.Lesson.Person;
import app.rapport.kernel.MemberId;
import app.rapport.negotiations.model.table.NotedCaution;
import app.rapport.promises.model.Promise;
import app.rapport.ui.Choice;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looking back at a table.
 *
 * @param deal empty where the viewer does not see it
 * @param typed rows of promises that could not be made
 */
public record DebriefPage(
        Debrief debrief,
        Optional<Deal> deal,
        Map<MemberId, String> members,
        MemberId viewer,
        List<PromiseRow> typed,
        Wrong wrong)
        implements Page {

    /**
     * A row of the sheet of promises.
     *
     * @param side ours or theirs; empty where nobody promised that
     */
    public record PromiseRow(String side, String person, String keeper, String what, String due) {}

    public String home() {
        return "/negotiations/" + debrief.sitting().negotiation().id() + "/debrief";
    }

    public String title() {
        return debrief.sitting().plan().title();
    }

    public Figures figures() {
        return debrief.figures();
    }

    /** The package that would be better for both, issue by issue. */
    public List<String> better() {
        Map<String, String> more = figures().left().map(Figures.Left::more).orElse(Map.of());
        return debrief.sitting().plan().issues().stream()
                .filter(issue -> more.containsKey(issue.name()))
                .map(issue ->
                        (issue.name() + ": " + more.get(issue.name()) + " " + issue.unit()).strip())
                .toList();
    }

    /** What was warned of, in its order. */
    public List<NotedCaution> cautions() {
        return debrief.sitting().cautions();
    }

    /** What was made of it at the table. */
    public static String answer(NotedCaution caution) {
        return caution.answer()
                .map(answer ->
                        switch (answer) {
                            case TAKEN -> "the advice was taken";
                            case WENT_ON -> "it was seen, and said all the same";
                            case SO -> "it was one";
                            case NOT_SO -> "it was none";
                        })
                .orElse("nothing was made of it");
    }

    /** yes, no, or nothing while nobody said. */
    public String mark(NotedCaution caution) {
        Boolean came = debrief.marks().get(caution.id());
        if (came == null) return "";
        return came ? "yes" : "no";
    }

    public StepsPlot plot() {
        return StepsPlot.of(figures());
    }

    /** One of the sheet for each thing agreed, and two empty ones. */
    public List<PromiseRow> rows() {
        if (!typed.isEmpty()) return typed;
        List<PromiseRow> rows = new ArrayList<>();
        debrief.terms().forEach((issue, choice) -> rows.add(row(issue + ": " + choice)));
        rows.add(row(""));
        rows.add(row(""));
        return rows;
    }

    private PromiseRow row(String what) {
        String person =
                deal.filter(one -> !one.people().isEmpty())
                        .map(one -> one.people().getFirst().person().toString())
                        .orElse("");
        return new PromiseRow("", person, viewer.toString(), what, "");
    }

    public List<Choice> people() {
        List<Choice> people = new ArrayList<>();
        people.add(new Choice("", "nobody by name"));
        deal.ifPresent(one ->
                one.people()
                        .forEach(part ->
                                people.add(new Choice(part.person().toString(), part.name()))));
        return people;
    }

    public List<Choice> keepers() {
        return members.entrySet().stream()
                .map(one -> new Choice(one.getKey().toString(), one.getValue()))
                .toList();
    }

    /** Whom a lesson may be about: those with a part in the deal, its company, oneself. */
    public List<Choice> subjects() {
        List<Choice> subjects = new ArrayList<>();
        deal.ifPresent(one -> {
            one.people()
                    .forEach(part ->
                            subjects.add(new Choice("person " + part.person(), part.name())));
            one.account()
                    .ifPresent(company ->
                            subjects.add(new Choice("company " + company, one.accountName())));
        });
        subjects.add(new Choice("me", "yourself (only you read it)"));
        return subjects;
    }

    public List<Lesson> ofThem() {
        return debrief.lessons().stream().filter(one -> one.about().isPresent()).toList();
    }

    public List<Lesson> ofUs() {
        return debrief.lessons().stream().filter(one -> one.about().isEmpty()).toList();
    }

    /** Whom it is about, by name, as far as the deal names them. */
    public String about(Lesson lesson) {
        return switch (lesson.about().orElse(null)) {
            case null -> "";
            case Person(var person) ->
                    deal.stream()
                            .flatMap(one -> one.people().stream())
                            .filter(part -> part.person().equals(person))
                            .map(part -> part.name())
                            .findFirst()
                            .orElse("somebody there");
            case Company(var _) -> deal.map(Deal::accountName).orElse("the company");
        };
    }

    public String who(MemberId member) {
        return members.getOrDefault(member, "somebody who left");
    }

    public boolean isMine(Lesson lesson) {
        return lesson.by().equals(viewer);
    }

    public static String points(double points) {
        return String.valueOf(Math.round(points));
    }

    public static String points(Optional<Double> points) {
        return points.map(DebriefPage::points).orElse("");
    }

    /** "4 above", "2 below", "just there". */
    public static String against(Optional<Double> distance) {
        return distance.map(DebriefPage::against).orElse("");
    }

    private static String against(double distance) {
        long points = Math.round(distance);
        if (points == 0) return "just there";
        return Math.abs(points) + (points > 0 ? " above" : " below");
    }

    public static String signed(double points) {
        long whole = Math.round(points);
        return whole > 0 ? "+" + whole : whole < 0 ? "\u2212" + -whole : "0";
    }

    public static String after(Step step) {
        Duration after = step.after();
        if (after.toHours() < 1) return after.toMinutes() + " min";
        return after.toHours() < 48 ? after.toHours() + " h" : after.toDays() + " days";
    }

    public static String state(Promise promise) {
        return promise.side() == Promise.Side.THEIRS ? "They" : "We";
    }

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
