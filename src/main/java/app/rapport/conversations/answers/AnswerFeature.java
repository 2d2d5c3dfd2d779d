package app.rapport.conversations.answers;

/**
 * What speaks for and against an answer, with the prior weight of each. The means were chosen by
 * hand and checked on two archives, each with what the other taught; deviations say how far one
 * member's habits may move them. {@code docs/today.md} explains each.
 */
enum AnswerFeature {
    RECIPIENTS(-0.7, 0.1, ""),
    SENDER_SHARE(0.3, 0.15, "you usually answer"),
    REQUEST(0.8, 0.06, "asks for something"),
    WANTS_ANSWER(1.8, 0.06, "asks you a question"),
    QUESTION(0.4, 0.06, "asks you a question"),
    QUESTIONS(0.3, 0.06, "asks you a question"),
    NAMED(0.8, 0.06, "addresses you by name"),
    NAMED_ANYWHERE(0.2, 0.06, "addresses you by name"),
    ONLY_TO_YOU(0.2, 0.06, "is to you alone"),
    FIRST_IN_TO(0.2, 0.06, ""),
    WROTE_LATELY(0.7, 0.06, "you wrote to each other lately"),
    WROTE_JUST_NOW(0.4, 0.06, "you wrote to each other lately"),
    MAILS_LAST_MONTH(0.2, 0.04, "you wrote to each other lately"),
    EVER_WROTE(0.4, 0.06, ""),
    IN_YOUR_THREAD(0.6, 0.06, "answers a mail of yours"),
    FOR_INFORMATION(-0.8, 0.06, ""),
    CLOSING(-0.4, 0.06, ""),
    FORWARD(-0.2, 0.06, ""),
    ATTACHMENT(-0.2, 0.06, ""),
    VERY_LONG(-0.3, 0.06, ""),
    MACHINE(-1.5, 0.3, "");

    final double mean;
    final double deviation;
    final String words;

    AnswerFeature(double mean, double deviation, String words) {
        this.mean = mean;
        this.deviation = deviation;
        this.words = words;
    }
}
