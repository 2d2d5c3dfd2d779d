package app.rapport.demo.model;

import app.rapport.demo.model.Topics.Topic;
import app.rapport.demo.model.Topics.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The everyday mail of a year and a half, with each company in its own rhythm. */
final class Years {
    /** What is longer ago nobody takes for something open. */
    private static final int LATELY = 100;

    /** For so many days nothing has come back from those whom we chase. */
    private static final int CHASED_FOR = 75;

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
        boolean chase = company.plot() == Company.Plot.CHASED && day < CHASED_FOR;
        boolean ours = chance.often(pace.begunByUs()) || chase;
        LocalDate on = almanac.ago(day);
        Topic topic = Topics.any(chance, company, on);
        for (int i = 0; i < 40 && topic.begunByUs() != ours; i++)
            topic = Topics.any(chance, company, on);
        Person person = chance.often(.7) || chase ? company.first() : chance.pick(company.people());
        Exchange exchange =
                new Exchange(
                        Seller.ALL.get(company.owner()),
                        person,
                        topic.subject(),
                        "y" + company.number() + "." + number,
                        almanac.zone());
        spoken(exchange, chase ? topic.firstWords() : topic.words(), company, pace, chance, day);
        return exchange.mails();
    }

    /**
     * Who asked has their answer, also where the thread is cut off because today is near: whoever
     * waits today is in the scenes.
     */
    private void spoken(
            Exchange exchange,
            List<Words> words,
            Company company,
            Pace pace,
            Chance chance,
            int day) {
        Instant end = almanac.worked(pace.until() / 2, 17, 0);
        Instant at = almanac.at(almanac.ago(day), chance.between(7, 16), chance.between(0, 59));
        for (int i = 0; i < words.size(); i++) {
            boolean ours = words.get(i).ours();
            boolean last = i > 1 && i == words.size() - 1;
            if (!ours && !chance.often(pace.answered())) return;
            if (ours && last && day > LATELY && chance.often(.4)) return;
            if (at.isAfter(end)) {
                if (!ours || exchange.mails().isEmpty()) return;
                at = soon(exchange.mails().getLast().at(), chance);
            }
            if (ours) exchange.we(at, words.get(i).text());
            else exchange.they(at, words.get(i).text());
            at = later(at, chance, company);
        }
    }

    private static Instant soon(Instant after, Chance chance) {
        return after.plus(Duration.ofMinutes(chance.between(12, 180)));
    }

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
