package app.rapport.kernel;

/** The hard levels of Today, in falling urgency; the number keeps its meaning everywhere. */
public enum Level {
    ANSWER_OWED(1, "Waits for your answer"),
    PROMISE_DUE(2, "A promise is due"),
    COMPLAINT_OPEN(3, "A complaint is open, or feedback is bad"),
    REPAIR(4, "Repair"),
    GOING_QUIET(5, "Going quiet, or too much from you"),
    CHORE(6, "Chores");

    private final int number;
    private final String words;

    Level(int number, String words) {
        this.number = number;
        this.words = words;
    }

    public int number() {
        return number;
    }

    public String words() {
        return words;
    }
}
