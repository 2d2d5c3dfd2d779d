package app.rapport.demo.model;

import app.rapport.demo.model.Company.Plot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The sellers' meetings: some that were held, and those of the days to come. */
final class Diary {
    private static final Set<Plot> VISITED =
            EnumSet.of(Plot.LOYAL, Plot.TABLE, Plot.COMPLAINT, Plot.DRIFTING);

    private final long seed;
    private final Almanac almanac;
    private final List<Meeting> meetings = new ArrayList<>();

    private Diary(long seed, Almanac almanac) {
        this.seed = seed;
        this.almanac = almanac;
    }

    static List<Meeting> of(List<Company> companies, long seed, Almanac almanac) {
        Diary diary = new Diary(seed, almanac);
        companies.stream().filter(one -> VISITED.contains(one.plot())).forEach(diary::held);
        for (int seller = 0; seller < Seller.ALL.size(); seller++) diary.coming(companies, seller);
        return List.copyOf(diary.meetings);
    }

    private void held(Company company) {
        Chance chance = Chance.of(seed, "visits " + company.number());
        int day = chance.between(60, 160);
        for (int turn = 0; day < company.since() && turn < 3; turn++) {
            add(
                    company,
                    "held" + turn,
                    almanac.at(almanac.ago(day), chance.between(9, 14), 0),
                    chance.between(2, 4) * 15,
                    chance.pick(
                            List.of(
                                    "Walk along the lines",
                                    "Figures of the quarter",
                                    "Service contract",
                                    "Plan for the year")),
                    "At " + company.name());
            day += chance.between(90, 190);
        }
    }

    private void coming(List<Company> companies, int seller) {
        List<Company> tables = Scenes.of(companies, seller, Plot.TABLE);
        List<Company> loyal = Scenes.of(companies, seller, Plot.LOYAL);
        List<Company> prospects = Scenes.of(companies, seller, Plot.PROSPECT);
        List<Company> hurt = Scenes.of(companies, seller, Plot.COMPLAINT);
        next(tables.getFirst(), 2, 10, 60, "Terms and quantities");
        next(prospects.getFirst(), 1, 9, 45, "What the trial showed");
        next(hurt.getFirst(), 3, 14, 30, "After the recall");
        next(loyal.getFirst(), 1, 14, 45, "Change of twelve housings");
        next(loyal.getLast(), 5, 11, 30, "Figures of the quarter");
        next(prospects.getLast(), 7, 15, 30, "A second line");
        today(loyal.getLast(), 16, "Delivery of the second half");
        lately(loyal.get(3), 1, 15, "What the laboratory found");
        lately(loyal.get(3), 2, 10, "Leak test with the late shift");
    }

    private void next(Company company, int ahead, int hour, int minutes, String title) {
        add(
                company,
                "next" + ahead,
                almanac.at(almanac.ahead(ahead), hour, 0),
                minutes,
                title,
                ahead % 2 == 0 ? "At " + company.name() : "By telephone");
    }

    private void today(Company company, int hour, String title) {
        Instant start = almanac.at(almanac.ago(0), hour, 0);
        add(company, "today", start, 30, title, "By telephone");
    }

    private void lately(Company company, int daysAgo, int hour, String title) {
        Instant start = almanac.worked(daysAgo, hour, 0);
        add(company, "lately" + daysAgo, start, 60, title, "At " + company.name());
    }

    private void add(
            Company company, String key, Instant start, int minutes, String title, String place) {
        meetings.add(
                new Meeting(
                        key + "." + company.number() + "@" + Seller.DOMAIN,
                        company.owner(),
                        start,
                        minutes,
                        company.name() + ": " + title,
                        place,
                        company.people().subList(0, 2)));
    }
}
