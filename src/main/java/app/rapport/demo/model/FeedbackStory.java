package app.rapport.demo.model;

import app.rapport.demo.model.Company.Plot;
import app.rapport.demo.model.Deed.Asked;
import app.rapport.demo.model.Deed.Changed;
import app.rapport.demo.model.Deed.Done;
import app.rapport.demo.model.Deed.Marked;
import app.rapport.demo.model.Deed.Needed;
import app.rapport.demo.model.Deed.Reflected;
import app.rapport.demo.model.Deed.Said;
import app.rapport.demo.model.Deed.Walked;
import app.rapport.experience.model.Mark.Feeling;
import app.rapport.experience.model.Measure;
import app.rapport.experience.model.Need;
import app.rapport.experience.model.Occasion;
import app.rapport.mirror.model.Often;
import app.rapport.mirror.model.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How it was for the customers: answers, marks, needs, and what was changed because of them. */
final class FeedbackStory {
    private static final List<String> GLAD =
            List.of(
                    "Somebody who knows our lines picked up at the second ring.",
                    "You told us that the cheaper grade is enough. Nobody does that.",
                    "The laboratory answered in three days.",
                    "Nothing to add. It just works.",
                    "");
    private static final List<String> SO_SO =
            List.of(
                    "Good people. The papers take too long.",
                    "It was fine. I had to ask twice for the certificate.",
                    "");
    private static final List<String> BAD =
            List.of(
                    "Three people asked me the same things, and the report came nine days late.",
                    "I learned from the driver that the delivery was moved.");

    private final long seed;
    private final Almanac almanac;
    private final List<Deed> deeds = new ArrayList<>();

    private FeedbackStory(long seed, Almanac almanac) {
        this.seed = seed;
        this.almanac = almanac;
    }

    static List<Deed> of(List<Company> companies, long seed, Almanac almanac) {
        FeedbackStory story = new FeedbackStory(seed, almanac);
        companies.forEach(story::of);
        story.points();
        story.reflected(0, Often.ALWAYS, Often.SELDOM, false);
        story.reflected(2, Often.MOSTLY, Often.ALWAYS, true);
        return story.deeds;
    }

    private void of(Company company) {
        Chance chance = Chance.of(seed, "feedback of " + company.number());
        switch (company.plot()) {
            case LOYAL -> loyal(company, chance);
            case DRIFTING -> drifting(company, chance);
            case COMPLAINT -> complaint(company);
            case QUIET ->
                    asked(
                            company,
                            company.first(),
                            Occasion.DELIVERED,
                            chance.between(150, 260),
                            4,
                            chance.pick(GLAD));
            case TABLE ->
                    mark(
                            company,
                            18,
                            Feeling.PLEASED,
                            "Our drawing answered what they had not asked yet");
            default -> {}
        }
        need(company, chance);
    }

    private void loyal(Company company, Chance chance) {
        boolean promoter = chance.often(.7);
        asked(
                company,
                company.first(),
                chance.often(.5) ? Occasion.RENEWAL_AHEAD : Occasion.DELIVERED,
                chance.between(20, 200),
                promoter ? 10 : 8,
                chance.pick(promoter ? GLAD : SO_SO));
        if (chance.often(.6))
            mark(
                    company,
                    chance.between(10, 90),
                    Feeling.DELIGHTED,
                    "Changed the night shift's indicators in a morning");
    }

    private void drifting(Company company, Chance chance) {
        mark(
                company,
                chance.between(200, 260),
                Feeling.DELIGHTED,
                "The trial halved their changes");
        asked(
                company,
                company.first(),
                Occasion.FIRST_MONTH,
                chance.between(210, 280),
                5,
                chance.pick(GLAD));
        mark(company, chance.between(14, 30), Feeling.ANNOYED, "Asked twice for the certificate");
    }

    private void complaint(Company company) {
        mark(company, 19, Feeling.HURT, "Three cartridges collapsed on the night shift");
        asked(company, company.first(), Occasion.DELIVERED, 16, 2, BAD.getLast());
        asked(company, company.decider(), Occasion.COMPLAINT_CLOSED, 3, 2, BAD.getFirst());
        deeds.add(
                new Changed(
                        done(company, 9, 15),
                        company.first().address(),
                        "Who moves a delivery calls the customer before the haulier",
                        company.owner() == 1
                                ? Optional.empty()
                                : Optional.of(
                                        "Told them that they hear it from us from now on, and from no driver.")));
    }

    private Done done(Company company, int daysAgo, int hour) {
        return new Done(almanac.at(almanac.ago(Math.max(3, daysAgo)), hour, 30), company.owner());
    }

    private void mark(Company company, int daysAgo, Feeling feeling, String words) {
        deeds.add(
                new Marked(done(company, daysAgo, 16), company.first().address(), feeling, words));
    }

    /** The rating is given of five, or of ten where they are asked whether they would recommend. */
    private void asked(
            Company company,
            Person person,
            Occasion occasion,
            int daysAgo,
            int rating,
            String words) {
        Measure measure = occasion.usual();
        int within =
                Math.min(measure.highest(), measure == Measure.NPS ? rating : Math.min(5, rating));
        Done done = done(company, daysAgo, 9);
        deeds.add(
                new Asked(
                        done,
                        person.address(),
                        occasion,
                        measure,
                        Optional.of(new Said(done.at().plusSeconds(9_400), within, words))));
    }

    private void need(Company company, Chance chance) {
        if (company.plot() == Plot.LOST || company.plot() == Plot.CHASED) return;
        Done done = done(company, chance.between(10, 150), 12);
        deeds.add(
                new Needed(
                        done,
                        company.name(),
                        chance.pick(List.of(Need.Kind.values())),
                        chance.pick(
                                List.of(
                                        "Fewer hands at the change-over",
                                        "No haze after the cold rest",
                                        "One price for the year, so that the budget holds",
                                        "A night shift that does not have to call anybody",
                                        "Papers that the auditor accepts the first time")),
                        "In a talk with " + company.first().name(),
                        chance.often(.4)));
    }

    private void points() {
        walk(
                "The first call",
                Optional.empty(),
                4,
                "Answered at the second ring, by somebody who knew the lines");
        walk(
                "The quotation",
                Optional.of(Occasion.BOUGHT),
                3,
                "Clear, but the delivery stands on page three");
        walk(
                "The delivery",
                Optional.of(Occasion.DELIVERED),
                4,
                "On time, boxes marked on the rim");
        walk(
                "The complaint",
                Optional.of(Occasion.COMPLAINT_CLOSED),
                2,
                "Three people ask the same things");
        walk("The invoice", Optional.empty(), 3, "Two pages for one line");
    }

    private void walk(String point, Optional<Occasion> occasion, int judgement, String words) {
        deeds.add(
                new Walked(
                        new Done(almanac.worked(25, 14, 0), 0), point, occasion, judgement, words));
    }

    /** Who says how they see themself; one of the three has not done so yet. */
    private void reflected(int seller, Often quick, Often thanked, boolean shared) {
        deeds.add(
                new Reflected(
                        new Done(almanac.worked(8, 8, 10), seller),
                        Map.of(
                                Question.WOULD_BUY, Often.MOSTLY,
                                Question.QUICK, quick,
                                Question.ANSWERED, Often.ALWAYS,
                                Question.KEPT, Often.MOSTLY,
                                Question.GIVING, Often.HALF,
                                Question.THANKED, thanked),
                        shared));
    }
}
