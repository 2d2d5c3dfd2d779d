package app.rapport.conversations.answers;

/** Says in half a sentence what spoke for an answer: what pulled, nothing else. */
final class Why {
    /** Log-odds above a usual mail from which a feature is worth a word. */
    private static final double SPEAKS = .1;

    private final MailFact mail;
    private final double[] pull;

    /**
     * @param pull log-odds of each feature against a usual mail
     */
    Why(MailFact mail, double[] pull) {
        this.mail = mail;
        this.pull = pull;
    }

    /**
     * @param seen the sender's earlier mails to the owner
     * @param answered how many got an answer
     */
    String words(int seen, int answered, boolean wroteLately) {
        return deed() + audience() + habit(seen, answered, wroteLately);
    }

    private String deed() {
        MailFact.Words words = mail.words();
        if (mail.greetsAnother()) return "Wrote to another by name";
        if (!words.asks())
            return words.times() && words.you() > 0
                    ? "Wrote about a time with you"
                    : "Wrote to you";
        if (words.question()) return "Asked you a question";
        if (words.wishes()) return "Said what they would like from you";
        if (words.wantsAnswer() >= .45) return "Asked you for something";
        return "Wrote to you";
    }

    private String audience() {
        int people = mail.recipients();
        if (people == 1) return ", and to you alone";
        if (words(AnswerFeature.NAMED)) return ", by name among " + people + " people";
        if (mail.to().size() == 1) return ", with only you in To";
        return ", among " + people + " people";
    }

    private String habit(int seen, int answered, boolean wroteLately) {
        if (words(AnswerFeature.IN_YOUR_TALK)) return ", in a talk of yours";
        boolean usual =
                pull[AnswerFeature.SENDER_SHARE.ordinal()] + pull[AnswerFeature.BALANCE.ordinal()]
                        > SPEAKS;
        if (usual && answered > 1)
            return "; you answered " + answered + " of the " + seen + " mails before";
        return wroteLately && words(AnswerFeature.SILENCE)
                ? "; you wrote to each other lately"
                : "";
    }

    private boolean words(AnswerFeature feature) {
        return pull[feature.ordinal()] > SPEAKS;
    }
}
