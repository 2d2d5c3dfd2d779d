package app.rapport.conversations.answers;

/**
 * What a mail that waited is worth showing later: as much as when it came for one working day, then
 * half with every four more. Habit speaks for a steeper fall (nine of ten e-mail answers leave
 * within a day; Kooti et al. 2015, WWW, 603-613), but the forgotten ones are why Today is read.
 */
public final class Fading {
    private static final double HALF_LIFE = 4;

    /** Less is not worth a look; with it a busy owner sees some five to fifteen people. */
    public static final double WORTH_SHOWING = .04;

    public static final int MOST = 12;

    /**
     * What a mail that asks for nothing is worth against one that asks: it waits by habit only, and
     * must be all the more likely to get an answer. Chosen on the two archives of the replay; it
     * names fewer people, and costs those whom the owner answers by habit.
     */
    static final double WITHOUT_REQUEST = .5;

    /** After so many days nobody waits any more. */
    public static final int LONGEST_DAYS = 21;

    private Fading() {}

    /**
     * @param strength when it came, 0 to 1
     * @param asks whether some sentence of it asks for something
     * @param workingDays since then
     */
    public static double weight(double strength, boolean asks, double workingDays) {
        return strength
                * (asks ? 1 : WITHOUT_REQUEST)
                * Math.pow(.5, Math.max(0, workingDays - 1) / HALF_LIFE);
    }
}
