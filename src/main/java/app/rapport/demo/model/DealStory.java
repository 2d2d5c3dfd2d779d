package app.rapport.demo.model;

import app.rapport.deals.model.DealField;
import app.rapport.demo.model.Company.Plot;
import app.rapport.demo.model.Deed.DealBegun;
import app.rapport.demo.model.Deed.DealMoved;
import app.rapport.demo.model.Deed.Done;
import app.rapport.people.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Deals through their stages, each as far as its company's plot goes. */
final class DealStory {
    static final String PROPOSAL = "Proposal made";
    private static final List<String> WAY =
            List.of("Found", "Needs understood", PROPOSAL, "In negotiation");
    private static final List<String> WHAT =
            List.of(
                    "Filters for the second line",
                    "Service contract, two years",
                    "Change to membrane filters",
                    "Cartridges for the year",
                    "Sterile vents for the tank farm",
                    "Housings for the can line");
    private static final List<String> WON_BECAUSE =
            List.of(
                    "Our trial showed half the changes",
                    "They know us, and the laboratory answered in three days",
                    "Delivery was ours by a week");
    private static final List<String> LOST_BECAUSE =
            List.of(
                    "The other offer was a tenth cheaper and nobody asked about changes",
                    "Their group buys in one place now",
                    "We answered late, the order was placed");
    private static final List<String> NEXT =
            List.of(
                    "Send the drawing with the bypass",
                    "Ask who else has to agree",
                    "Call about the figures of the trial",
                    "Visit the line with their engineer");

    private final long seed;
    private final Almanac almanac;
    private final List<Deed> deeds = new ArrayList<>();

    private DealStory(long seed, Almanac almanac) {
        this.seed = seed;
        this.almanac = almanac;
    }

    static List<Deed> of(List<Company> companies, long seed, Almanac almanac) {
        DealStory story = new DealStory(seed, almanac);
        companies.forEach(story::of);
        return story.deeds;
    }

    private void of(Company company) {
        Chance chance = Chance.of(seed, "deals of " + company.number());
        switch (company.plot()) {
            case LOYAL -> {
                won(company, chance, chance.between(200, 420), 0);
                if (chance.often(.5)) open(company, chance, chance.between(20, 60), 1, 1);
            }
            case DRIFTING, COMPLAINT -> {
                won(company, chance, chance.between(240, 460), 0);
                open(company, chance, chance.between(40, 90), 2, 1);
            }
            case QUIET -> won(company, chance, chance.between(260, 460), 0);
            case CHASED -> open(company, chance, chance.between(60, 85), 1, 0);
            case PROSPECT -> open(company, chance, chance.between(30, 80), chance.between(1, 3), 0);
            case TABLE -> open(company, chance, chance.between(70, 110), 4, 0);
            case LOST -> lost(company, chance, chance.between(200, 300));
        }
    }

    static String key(Company company, int turn) {
        return company.number() + "." + turn;
    }

    private Done on(Company company, int daysAgo, Chance chance) {
        return new Done(
                almanac.at(almanac.ago(daysAgo), chance.between(8, 16), chance.between(0, 59)),
                company.owner());
    }

    private void begin(Company company, Chance chance, int day, int turn, int closesIn) {
        Map<DealField, String> fields = new EnumMap<>(DealField.class);
        fields.put(DealField.NAME, WHAT.get((company.number() + turn) % WHAT.size()));
        fields.put(DealField.AMOUNT, Integer.toString(chance.between(12, 190) * 500));
        fields.put(DealField.CURRENCY, "EUR");
        fields.put(
                DealField.CLOSES_ON, almanac.today().minusDays(day).plusDays(closesIn).toString());
        if (chance.often(.4)) fields.put(DealField.COMPETITORS, "Bellmouth Filtration");
        Map<String, Role> people = new LinkedHashMap<>();
        company.people().forEach(person -> people.put(person.address(), person.role()));
        deeds.add(
                new DealBegun(
                        on(company, day, chance),
                        key(company, turn),
                        company.name(),
                        fields,
                        people));
    }

    /** Stage by stage, up to that many of them. */
    private int through(Company company, Chance chance, int day, int turn, int stages, int last) {
        int at = day;
        for (int stage = 1; stage < stages; stage++) {
            at = Math.max(last, at - chance.between(9, 24));
            deeds.add(
                    new DealMoved(
                            on(company, at, chance), key(company, turn), WAY.get(stage), Map.of()));
        }
        return at;
    }

    private void open(Company company, Chance chance, int day, int stages, int turn) {
        begin(company, chance, day, turn, day + chance.between(10, 70));
        int at = through(company, chance, day, turn, stages, 6);
        int nextIn = chance.between(1, 9);
        deeds.add(
                new DealMoved(
                        on(company, Math.min(at, chance.between(3, 8)), chance),
                        key(company, turn),
                        "",
                        Map.of(
                                DealField.NEXT_STEP, chance.pick(NEXT),
                                DealField.NEXT_ON, almanac.ahead(nextIn).toString())));
    }

    private void won(Company company, Chance chance, int day, int turn) {
        begin(company, chance, day, turn, chance.between(50, 90));
        int at = through(company, chance, day, turn, 4, 30) - chance.between(5, 20);
        closed(company, chance, at, turn, "Won", chance.pick(WON_BECAUSE));
    }

    private void lost(Company company, Chance chance, int day) {
        begin(company, chance, day, 0, chance.between(50, 90));
        int at = through(company, chance, day, 0, 3, 100) - chance.between(5, 20);
        closed(company, chance, at, 0, "Lost", chance.pick(LOST_BECAUSE));
    }

    private void closed(
            Company company, Chance chance, int day, int turn, String stage, String reason) {
        deeds.add(
                new DealMoved(
                        on(company, day, chance),
                        key(company, turn),
                        stage,
                        Map.of(DealField.REASON, reason)));
    }

    /**
     * Who is at the table gets a plan and a look at the risk, the first also offers; who thinks
     * about it, what it brings.
     */
    static List<Deed> plans(List<Company> companies, Almanac almanac) {
        List<Deed> plans = new ArrayList<>();
        for (int seller = 0; seller < Seller.ALL.size(); seller++) {
            Company table = Scenes.of(companies, seller, Plot.TABLE).getFirst();
            plans.add(
                    new Deed.Planned(
                            new Done(almanac.worked(5, 15, 0), seller),
                            key(table, 0),
                            (seller + 1) % Seller.ALL.size(),
                            almanac.ahead(1),
                            seller == 0));
            plans.add(
                    new Deed.Risked(
                            new Done(almanac.worked(6, 14, 30), seller),
                            key(table, 0),
                            almanac.ahead(4)));
            Company prospect = Scenes.of(companies, seller, Plot.PROSPECT).getFirst();
            plans.add(
                    new Deed.Reckoned(
                            new Done(almanac.worked(4, 13, 0), seller),
                            key(prospect, 0),
                            prospect.first().name()));
        }
        return plans;
    }
}
