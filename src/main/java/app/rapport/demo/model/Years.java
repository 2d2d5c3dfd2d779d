package app.rapport.demo.model;

import app.rapport.demo.model.Topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The everyday mail of a year and a half, with each company in its own rhythm. */
final class Years {
    private final long seed;
    private final Almanac almanac;

    Years(long seed, Almanac almanac) {
        this.seed = seed;
        this.almanac = almanac;
    }

    /**
     * How often they write, and until when.
     *
     * @param gap days between threads
     * @param until days ago of the last of them
     * @param begunByUs the share of threads that we begin
     * @param answered the share of our mails that they answer
     */
    private record Pace(int gap, int until, double begunByUs, double answered) {}

    private static Pace pace(Company company, Chance chance) {
        return switch (company.plot()) {
            case LOYAL -> new Pace(chance.between(14, 26), chance.between(4, 12), .3, .95);
            case DRIFTING -> new Pace(chance.between(16, 24), chance.between(12, 18), .4, .8);
            case COMPLAINT -> new Pace(chance.between(16, 24), chance.between(24, 30), .3, .95);
            case QUIET -> new Pace(chance.between(10, 14), chance.between(50, 70), .3, .95);
            case CHASED -> new Pace(chance.between(9, 13), chance.between(6, 10), .95, .1);
            case PROSPECT -> new Pace(chance.between(12, 18), chance.between(5, 12), .5, .9);
            case TABLE -> new Pace(chance.between(12, 18), chance.between(5, 8), .4, .95);
            case LOST -> new Pace(chance.between(14, 20), chance.between(60, 110), .5, .8);
        };
    }

    List<Mail> with(Company company) {
        Chance chance = Chance.of(seed, "years of " + company.number());
        Pace pace = pace(company, chance);
        List<Mail> mails = new ArrayList<>();
        int day = company.since() - chance.between(0, pace.gap());
        for (int number = 0; day > pace.until(); number++) {
            mails.addAll(thread(company, pace, chance, day, number));
            day -= chance.around(pace.gap());
        }
        return mails;
    }

    private List<Mail> thread(Company company, Pace pace, Chance chance, int day, int number) {
        boolean ours = chance.often(pace.begunByUs());
        Topic topic = Topics.any(chance, company);
        for (int i = 0; i < 40 && topic.begunByUs() != ours; i++)
            topic = Topics.any(chance, company);
        Person person = chance.often(.7) ? company.first() : chance.pick(company.people());
        Exchange exchange =
                new Exchange(
                        Seller.ALL.get(company.owner()),
                        person,
                        topic.subject(),
                        "y" + company.number() + "." + number,
                        almanac.zone());
        Instant at = almanac.at(almanac.ago(day), chance.between(7, 16), chance.between(0, 59));
        for (Topics.Words words : topic.words()) {
            if (!words.ours() && !chance.often(pace.answered())) break;
            if (at.isAfter(almanac.worked(pace.until() / 2, 17, 0))) break;
            if (words.ours()) exchange.we(at, words.text());
            else exchange.they(at, words.text());
            at = later(at, chance, company);
        }
        return closed(exchange, at, chance, pace).mails();
    }

    /** What ends with them has a last word of ours, most of the time, and always lately. */
    private Exchange closed(Exchange exchange, Instant at, Chance chance, Pace pace) {
        List<Mail> mails = exchange.mails();
        if (mails.isEmpty() || mails.getLast().from().contains(Seller.DOMAIN)) return exchange;
        boolean lately = at.isAfter(almanac.worked(25, 0, 0));
        if (at.isAfter(almanac.worked(pace.until() / 2, 17, 0)) || !lately && chance.often(.4))
            return exchange;
        return exchange.we(at, chance.pick(LAST_WORDS));
    }

    private static final List<String> LAST_WORDS =
            List.of(
                    "Good to hear. I have noted it here, so that nobody asks you twice.",
                    "Glad that it holds. Tell me when it does not.",
                    "Noted, with thanks. Until then.",
                    "That is what I hoped. I look at it again in a month.");

    /** An answer comes within hours or days, in working hours. */
    private Instant later(Instant at, Chance chance, Company company) {
        boolean slow = company.plot() == Company.Plot.DRIFTING;
        if (chance.often(slow ? .2 : .6))
            return at.plus(Duration.ofMinutes(chance.between(12, 290)));
        var day = at.atZone(almanac.zone()).toLocalDate().plusDays(chance.around(slow ? 4 : 2));
        while (day.getDayOfWeek().getValue() > 5) day = day.plusDays(1);
        return almanac.at(day, chance.between(7, 17), chance.between(0, 59));
    }
}
