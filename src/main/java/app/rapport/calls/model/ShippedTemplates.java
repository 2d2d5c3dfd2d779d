package app.rapport.calls.model;

import app.rapport.conversations.Channel;
import java.util.List;

/** The kinds of talk that a workspace begins with. */
public final class ShippedTemplates {
    private ShippedTemplates() {}

    public static List<TalkTemplate> all() {
        return List.of(
                template(
                        "first",
                        "First talk",
                        Channel.CALL,
                        20,
                        "I know what made {name} take this call, and both of us know whether a second talk is worth it.",
                        "What made you take the time for this call?\nWhat do you use now, and what do you like about it?\nIf one thing could be better a year from now, what would it be?\nWho else would care about that?",
                        "Nothing to sell"),
                template(
                        "discovery",
                        "Finding out",
                        Channel.MEETING,
                        45,
                        "I can say in {name}'s words what they want, why now, who decides and how.",
                        "What would have to be true for this to be a success?\nWhat does it cost you as it is now?\nHow did you decide the last time you bought something like this?\nWho decides, and whose word counts with them?\nIs there money set aside for it?\nWhat could stop it?",
                        "What they said last time, to play it back"),
                template(
                        "offer",
                        "Going through an offer",
                        Channel.MEETING,
                        45,
                        "{name} can say what the offer does for {company}, and we both know what is still missing for a yes.",
                        "What do you like least about it?\nWho has to agree who is not here?\nWhat happens on your side next, and by when?",
                        "The offer\nTheir own figures"),
                template(
                        "checkin",
                        "How is it going",
                        Channel.CALL,
                        15,
                        "I know how {name} is with us, and nothing is left hanging.",
                        "What worked well since we last spoke?\nWhat did not?\nWhat changes on your side in the coming months?",
                        "What we promised, and what became of it"),
                template(
                        "complaint",
                        "Something went wrong",
                        Channel.CALL,
                        20,
                        "{name} has told all of it, knows what we do by when, and believes us.",
                        "What happened, from the beginning?\nWhat did it cause on your side?\nWhat would make it good?",
                        "What we know of it so far\nWho can help today"),
                template(
                        "renewal",
                        "Renewal",
                        Channel.MEETING,
                        30,
                        "I know whether {name} wants to go on, on which terms, and what they would tell others about us.",
                        "Would you buy it again?\nWhat have you got out of it?\nWhat should be different in the next year?",
                        "What it brought them, in figures"));
    }

    private static TalkTemplate template(
            String key,
            String name,
            Channel channel,
            int minutes,
            String aim,
            String questions,
            String bring) {
        return new TalkTemplate(
                key, name, channel, minutes, new PlanText(aim, questions, bring, "", ""), true);
    }
}
