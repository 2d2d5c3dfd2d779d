package app.rapport.negotiations.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a plan writes down in lines, and for whom. */
public enum Section {
    NEED("Needs", "What each side must have", "", "", Side.all()),
    WANT("Wants", "What each side would like", "", "", Side.all()),
    CURRENCY(
            "Currencies",
            "What can be given: cost to who gives it and worth to who gets it, 1 little to 5 much",
            "",
            "",
            List.of(Side.US, Side.THEM)),
    POINT(
            "Points",
            "What each point pays back, and what follows if it is lost",
            "Payback",
            "Consequence",
            List.of(Side.US, Side.THEM)),
    OPTION("Options", "Ways to agree, or not; no agreement is one", "", "", Side.all()),
    OBJECTION(
            "Objections", "What they may object", "Our answer", "", List.of(Side.THEM, Side.RIVAL)),
    TACTIC("Tactics", "What they may try", "Our answer", "", List.of(Side.THEM, Side.RIVAL)),
    OBSTACLE(
            "Own obstacles",
            "What stands in our way inside",
            "What we do about it",
            "",
            List.of(Side.US)),
    STRENGTH("Strengths", "What speaks for each position", "", "", Side.all()),
    WEAKNESS("Weaknesses", "What speaks against it", "", "", Side.all()),
    PRESSURE(
            "Pressures",
            "On both: time, regulation, money that bleeds, hot buttons",
            "How we know",
            "Kind",
            Side.all()),
    DECIDER(
            "Who decides",
            "Who decides, who influences, who must be asked",
            "What matters to them",
            "Their part",
            List.of(Side.THEM, Side.US)),
    FACT(
            "Facts and figures",
            "Hard numbers, most of all where power is short",
            "Where from",
            "",
            Side.all());

    private final String title;
    private final String hint;
    private final String reply;
    private final String more;
    private final List<Side> sides;

    Section(String title, String hint, String reply, String more, List<Side> sides) {
        this.title = title;
        this.hint = hint;
        this.reply = reply;
        this.more = more;
        this.sides = sides;
    }

    /** Whose it is. */
    public enum Side {
        US("Us"),
        THEM("Buyer"),
        RIVAL("Competitor");

        private final String label;

        Side(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static List<Side> all() {
            return List.of(values());
        }

        public static Optional<Side> of(String word) {
            return Arrays.stream(values()).filter(side -> side.word().equals(word)).findFirst();
        }
    }

    public String title() {
        return title;
    }

    public String hint() {
        return hint;
    }

    /** What the second column asks; empty where there is none. */
    public String reply() {
        return reply;
    }

    public String more() {
        return more;
    }

    public List<Side> sides() {
        return sides;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Section> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
