package app.rapport.demo.model;

import app.rapport.calls.model.TalkLog;
import app.rapport.calls.model.TalkLog.Discovered;
import app.rapport.calls.model.TalkLog.Judgement;
import app.rapport.conversations.Channel;
import app.rapport.conversations.Side;
import app.rapport.demo.model.Company.Plot;
import app.rapport.demo.model.Deed.Done;
import app.rapport.demo.model.Deed.Logged;
import app.rapport.demo.model.Deed.Prepared;
import app.rapport.demo.model.Deed.Talked;
import java.util.ArrayList;
import java.util.List;

/** Calls that were logged in a line, talks from plan to log, and plans for those to come. */
final class TalkStory {
    private static final List<String> SAID =
            List.of(
                    "Line runs, nobody has to get up at night any more. Asked for the plan of the summer.",
                    "Wanted to know how long the price holds. Said until June.",
                    "The new quality manager begins on the first. Wants to hear what the laboratory can do.",
                    "Short call about the delivery. They unload at the back now.",
                    "Talked about the budget. Two percent are fine, five would be none.",
                    "Off for three weeks from Monday, the stand-in has the key.",
                    "Asked who else uses the finer grade. Gave her two names that agreed to be called.");

    private final long seed;
    private final Almanac almanac;
    private final List<Deed> deeds = new ArrayList<>();

    private TalkStory(long seed, Almanac almanac) {
        this.seed = seed;
        this.almanac = almanac;
    }

    static List<Deed> of(List<Company> companies, long seed, Almanac almanac) {
        TalkStory story = new TalkStory(seed, almanac);
        companies.forEach(story::calls);
        for (int seller = 0; seller < Seller.ALL.size(); seller++) story.talks(companies, seller);
        return story.deeds;
    }

    private void calls(Company company) {
        if (company.plot() == Plot.CHASED) return;
        Chance chance = Chance.of(seed, "calls of " + company.number());
        int last = company.plot() == Plot.QUIET || company.plot() == Plot.LOST ? 80 : 9;
        for (int day = company.since() - 10; day > last; day -= chance.around(70))
            deeds.add(
                    new Logged(
                            new Done(
                                    almanac.at(
                                            almanac.ago(day),
                                            chance.between(9, 16),
                                            chance.between(0, 59)),
                                    company.owner()),
                            Channel.CALL,
                            chance.often(.5) ? Side.THEM : Side.YOU,
                            chance.pick(company.people()).address(),
                            chance.between(4, 25),
                            "",
                            chance.pick(SAID)));
    }

    private void talks(List<Company> companies, int seller) {
        Company table = Scenes.of(companies, seller, Plot.TABLE).getFirst();
        Company prospect = Scenes.of(companies, seller, Plot.PROSPECT).getFirst();
        Company hurt = Scenes.of(companies, seller, Plot.COMPLAINT).getFirst();
        deeds.add(discovery(prospect));
        deeds.add(checkin(hurt));
        deeds.add(
                new Prepared(
                        lately(table, 3),
                        table.decider().address(),
                        "offer",
                        "%s can say which of the two packages finance will sign"
                                .formatted(table.decider().given()),
                        "Both packages, a page each\nTheir own figures of the trial",
                        almanac.at(almanac.ahead(2), 10, 0)));
        deeds.add(
                new Prepared(
                        lately(prospect, 2),
                        prospect.first().address(),
                        "discovery",
                        "We both know what the trial has to have saved for a yes",
                        "The pressure log of both weeks",
                        almanac.at(almanac.ahead(1), 9, 0)));
    }

    private Done lately(Company company, int daysAgo) {
        return new Done(almanac.worked(daysAgo, 16, 5), company.owner());
    }

    private Talked discovery(Company company) {
        return new Talked(
                lately(company, 12),
                company.first().address(),
                "I can say in %s's words what the stops cost them, and who decides"
                        .formatted(company.first().given()),
                "What does an hour of standing cost?\nWho decides, and whose word counts with them?\nWhat would have to be true after the trial?",
                """
                ?? what does an hour of standing cost
                Nearly two thousand, with the people who wait.
                >> so each change costs you half an hour and a thousand
                ** no open product zone at the change
                *~ afraid that the night shift does it wrong
                ~~ price against the present supplier
                !! we send the leak test sheet by next Friday
                !< %s asks the managing director about the second line by next Wednesday
                :) laughed when I said that the cheap grade may be enough
                """
                        .formatted(company.first().given()),
                new Judgement(
                        TalkLog.Aim.YES,
                        TalkLog.Mood.SATISFIED,
                        "They count the cost of a change now, not of a cartridge",
                        "I did not ask who else is bidding"),
                new Discovered(
                        "Fewer stops at night",
                        "Set aside, about forty thousand this year",
                        "Two offers, then the managing director",
                        company.decider().name(),
                        "The maintenance lead",
                        "Bag filters of another maker"),
                "Write the cost of a change on one page by Thursday",
                "");
    }

    private Talked checkin(Company company) {
        return new Talked(
                lately(company, 9),
                company.first().address(),
                "%s has told all of it and knows what we do by when"
                        .formatted(company.first().given()),
                "What did it cause on your side?\nWhat would make it good?",
                """
                Four hours of standing and a tank for the drain.
                ** wants to hear it from us first, not from the driver
                !! we credit the tank by the end of next week
                :( still angry, but glad that somebody called
                """,
                new Judgement(TalkLog.Aim.PARTLY, TalkLog.Mood.UNHAPPY, "They stay for now", ""),
                Discovered.NOTHING,
                "",
                "");
    }
}
