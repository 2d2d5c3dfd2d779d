package app.rapport.negotiations.model.table;

/** Words by which one walks away: thanks, the reason, and the door open. */
public final class Farewell {
    private Farewell() {}

    public static String text(String reason) {
        String why = reason.strip();
        boolean ends = why.matches("(?s).*[.!?]$");
        return """
        Thank you for the time and the openness at this table.

        We cannot agree to what lies on it now, and I owe you the reason: %s%s

        Our door stays open. If something changes on your side, or if you see a way that we have not seen, call me, and we begin where we stopped.
        """
                .formatted(why, ends ? "" : ".");
    }
}
