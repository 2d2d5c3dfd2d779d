package app.rapport.demo.model;

import app.rapport.demo.model.Company.Plot;
import app.rapport.demo.model.Deed.Done;
import app.rapport.demo.model.Deed.Promised;
import app.rapport.demo.model.Deed.Shown;
import app.rapport.demo.model.Deed.Stepped;
import app.rapport.demo.model.Deed.Tasked;
import app.rapport.listening.dates.Recurrence;
import app.rapport.promises.model.Step;
import app.rapport.promises.model.ThanksOwed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Promises both ways, kept, late, moved and open; tasks; what speaks for trust; thanks owed. */
final class PromiseStory {
    private static final List<String> OURS =
            List.of(
                    "Send the drawing with the bypass",
                    "Quote the year in two parts",
                    "Bring the sheet for the leak test",
                    "Find out what the finer grade costs them in lifetime",
                    "Send the figures of the quarter",
                    "Ask the laboratory about the haze",
                    "Keep a spare housing on the shelf for them");
    private static final List<String> THEIRS =
            List.of(
                    "Send the pressure log of two weeks",
                    "Ask their director about the second line",
                    "Name a day for the visit",
                    "Return the old seals",
                    "Send the plan for the coming months");

    private final long seed;
    private final Almanac almanac;
    private final List<Deed> deeds = new ArrayList<>();

    private PromiseStory(long seed, Almanac almanac) {
        this.seed = seed;
        this.almanac = almanac;
    }

    static List<Deed> of(List<Company> companies, long seed, Almanac almanac) {
        PromiseStory story = new PromiseStory(seed, almanac);
        companies.forEach(story::past);
        for (int seller = 0; seller < Seller.ALL.size(); seller++) story.now(companies, seller);
        return story.deeds;
    }

    /** Most were kept; where it went badly, fewer were. */
    private void past(Company company) {
        if (company.plot() == Plot.PROSPECT || company.plot() == Plot.CHASED) return;
        Chance chance = Chance.of(seed, "promises of " + company.number());
        int turns = chance.between(2, 5);
        for (int turn = 0; turn < turns; turn++) past(company, chance, turn);
    }

    private void past(Company company, Chance chance, int turn) {
        boolean ours = chance.often(.65);
        boolean badly = company.plot() == Plot.DRIFTING || company.plot() == Plot.COMPLAINT;
        int made = chance.between(badly ? 25 : 40, Math.min(300, company.since() - 20));
        int time = chance.between(3, 12);
        String key = "past " + company.number() + "." + turn;
        LocalDate given = almanac.ago(made);
        LocalDate due = almanac.ago(made - time);
        deeds.add(
                new Promised(
                        at(company, given, 11),
                        key,
                        ours,
                        company.first().address(),
                        chance.pick(ours ? OURS : THEIRS),
                        due,
                        chance.between(1, 2)));
        settle(company, chance, key, given, due, ours && badly ? .45 : .85);
    }

    private void settle(
            Company company,
            Chance chance,
            String key,
            LocalDate given,
            LocalDate due,
            double intime) {
        if (chance.often(intime)) {
            LocalDate kept = later(given, almanac.ago(daysAgo(due) + 1));
            step(company, key, Step.Kind.KEPT, kept, Optional.empty());
        } else if (chance.often(.3)) {
            LocalDate later = due.plusDays(7);
            // over a weekend two days before it was due may lie before it was given
            LocalDate asked = later(given, almanac.ago(daysAgo(due) + 2));
            step(company, key, Step.Kind.RENEGOTIATED, asked, Optional.of(later));
            step(company, key, Step.Kind.KEPT, almanac.ago(daysAgo(later) + 1), Optional.empty());
        } else {
            int late = Math.min(daysAgo(due) - 1, chance.between(2, 9));
            boolean broken = chance.often(.25);
            step(
                    company,
                    key,
                    broken ? Step.Kind.BROKEN : Step.Kind.KEPT,
                    almanac.ago(daysAgo(due) - Math.max(1, late)),
                    Optional.empty());
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private int daysAgo(LocalDate day) {
        return (int) (almanac.today().toEpochDay() - day.toEpochDay());
    }

    private void step(
            Company company, String key, Step.Kind kind, LocalDate day, Optional<LocalDate> due) {
        deeds.add(new Stepped(at(company, day, 15), key, kind, due));
    }

    private Done at(Company company, LocalDate day, int hour) {
        return new Done(almanac.at(day, hour, 20), company.owner());
    }

    private Done lately(int seller, int daysAgo, int hour) {
        return new Done(almanac.worked(daysAgo, hour, 10), seller);
    }

    /** What is open today. */
    private void now(List<Company> companies, int seller) {
        Company prospect = Scenes.of(companies, seller, Plot.PROSPECT).getFirst();
        Company other = Scenes.of(companies, seller, Plot.PROSPECT).getLast();
        Company table = Scenes.of(companies, seller, Plot.TABLE).getFirst();
        Company hurt = Scenes.of(companies, seller, Plot.COMPLAINT).getFirst();
        Company loyal = Scenes.of(companies, seller, Plot.LOYAL).getFirst();
        open(seller, prospect.first(), true, "Send the page with their own figures", 0, 2);
        open(seller, table.decider(), true, "Bring two packages, one with longer payment", 2, 3);
        open(seller, hurt.first(), true, "Call after the next delivery, to hear how it went", 4, 2);
        open(seller, loyal.first(), true, "Ask the crew about the three days of their stop", 1, 2);
        open(seller, other.first(), false, "Send the flow of the can line", -3, 1);
        open(seller, table.first(), false, "Name who signs for finance", 3, 1);
        trust(seller, loyal, hurt);
        tasks(seller, loyal, prospect);
        deeds.add(
                new Deed.Favoured(
                        lately(seller, 2, 17),
                        loyal.decider().address(),
                        ThanksOwed.Kind.REFERRAL,
                        "Gave our name to the buyers of " + other.name()));
    }

    private void open(
            int seller, Person person, boolean ours, String what, int inDays, int weight) {
        deeds.add(
                new Promised(
                        lately(seller, 6, 10),
                        "now " + seller + " " + what,
                        ours,
                        person.address(),
                        what,
                        inDays < 0 ? almanac.workdaysAgo(-inDays) : almanac.ahead(inDays),
                        weight));
    }

    private void trust(int seller, Company loyal, Company hurt) {
        deeds.add(
                new Shown(
                        lately(seller, 60, 11),
                        loyal.first().address(),
                        true,
                        true,
                        2,
                        "Told them that the cheaper grade is enough"));
        deeds.add(
                new Shown(
                        lately(seller, 8, 11),
                        hurt.first().address(),
                        true,
                        false,
                        2,
                        "Said the batch was checked, and it was not"));
    }

    private void tasks(int seller, Company loyal, Company prospect) {
        int colleague = (seller + 1) % Seller.ALL.size();
        task(
                seller,
                "Send the week's figures to the office",
                1,
                Optional.of(Recurrence.WEEK),
                Optional.empty(),
                seller);
        task(
                seller,
                "Order sample cartridges for two trials",
                0,
                Optional.empty(),
                Optional.empty(),
                seller);
        task(
                seller,
                "Draw where the second line would stand",
                3,
                Optional.empty(),
                Optional.of(prospect.first().address()),
                seller);
        task(
                seller,
                "Look up when the spare housings were last tested",
                2,
                Optional.empty(),
                Optional.empty(),
                colleague);
        task(
                seller,
                "Book the crew for the change of housings",
                6,
                Optional.empty(),
                Optional.of(loyal.first().address()),
                seller);
        task(seller, "Clean up the price list", -2, Optional.empty(), Optional.empty(), seller);
        String done = "Pack the demonstration kit";
        task(seller, done, -1, Optional.empty(), Optional.empty(), seller);
        deeds.add(
                new Stepped(
                        lately(seller, 2, 16),
                        key(seller, done),
                        Step.Kind.KEPT,
                        Optional.empty()));
    }

    private static String key(int seller, String what) {
        return "task " + seller + " " + what;
    }

    private void task(
            int seller,
            String what,
            int inDays,
            Optional<Recurrence> every,
            Optional<String> person,
            int keeper) {
        deeds.add(
                new Tasked(
                        lately(seller, 5, 9),
                        key(seller, what),
                        what,
                        inDays < 0 ? almanac.workdaysAgo(-inDays) : almanac.ahead(inDays),
                        every,
                        person,
                        keeper));
    }
}
