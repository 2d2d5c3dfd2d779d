package app.rapport.calls.model;

import app.rapport.access.Refused;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What somebody means to do in a talk, in their own words; empty where nothing is said.
 *
 * @param aim "when this call ends, …"
 * @param questions to ask, a line each
 * @param bring a line each
 * @param told what was told already, not to be said again
 * @param others who else will be there
 */
public record PlanText(String aim, String questions, String bring, String told, String others) {
    public static final PlanText NOTHING = new PlanText("", "", "", "", "");
    private static final int LONGEST = 10_000;

    public PlanText {
        aim = checked("aim", aim);
        questions = checked("questions", questions);
        bring = checked("bring", bring);
        told = checked("told", told);
        others = checked("others", others);
    }

    private static String checked(String field, String text) {
        String plain = text.replace('\0', ' ').replaceAll("\\r\\n?", "\n").strip();
        if (plain.length() > LONGEST) throw new Refused(field, "10,000 letters at most");
        return plain;
    }

    public List<String> questionLines() {
        return lines(questions);
    }

    public List<String> bringLines() {
        return lines(bring);
    }

    static List<String> lines(String text) {
        return text.lines()
                .map(line -> line.replaceAll("^\\s*[-*•]\\s+", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    public boolean isEmpty() {
        return equals(NOTHING);
    }

    /** The other's words where nothing is said here. */
    public PlanText filledFrom(PlanText other) {
        return new PlanText(
                either(aim, other.aim),
                either(questions, other.questions),
                either(bring, other.bring),
                either(told, other.told),
                either(others, other.others));
    }

    private static String either(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    public PlanText map(UnaryOperator<String> change) {
        return new PlanText(
                change.apply(aim),
                change.apply(questions),
                change.apply(bring),
                change.apply(told),
                change.apply(others));
    }
}
