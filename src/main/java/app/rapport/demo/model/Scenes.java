package app.rapport.demo.model;

import app.rapport.demo.model.Company.Plot;
import java.util.ArrayList;
import java.util.List;

/** What happened in the last days: mails that make today what it is. */
final class Scenes {
    private final List<Company> companies;
    private final Almanac almanac;
    private final List<Mail> mails = new ArrayList<>();
    private int number;

    private Scenes(List<Company> companies, Almanac almanac) {
        this.companies = companies;
        this.almanac = almanac;
    }

    static List<Mail> of(List<Company> companies, Almanac almanac) {
        Scenes scenes = new Scenes(companies, almanac);
        for (int seller = 0; seller < Seller.ALL.size(); seller++) scenes.of(seller);
        return List.copyOf(scenes.mails);
    }

    private void of(int seller) {
        waiting(nth(seller, Plot.LOYAL, 0));
        waitingMore(nth(seller, Plot.LOYAL, 1));
        table(nth(seller, Plot.TABLE, 0));
        complaint(nth(seller, Plot.COMPLAINT, 0));
        introduced(nth(seller, Plot.LOYAL, 2));
        unanswered(nth(seller, Plot.LOYAL, 4));
        asked(nth(seller, Plot.PROSPECT, 0));
        promised(nth(seller, Plot.PROSPECT, 1));
        bounced(nth(seller, Plot.QUIET, 1));
    }

    private Company nth(int seller, Plot plot, int place) {
        List<Company> some = of(companies, seller, plot);
        return some.get(Math.min(place, some.size() - 1));
    }

    static List<Company> of(List<Company> companies, int seller, Plot plot) {
        List<Company> theirs =
                companies.stream()
                        .filter(one -> one.owner() == seller && one.plot() == plot)
                        .toList();
        return theirs.isEmpty()
                ? companies.stream().filter(one -> one.owner() == seller).toList()
                : theirs;
    }

    private Exchange with(Company company, Person person, String subject) {
        number++;
        return new Exchange(
                Seller.ALL.get(company.owner()), person, subject, "s" + number, almanac.zone());
    }

    private void keep(Exchange exchange) {
        mails.addAll(exchange.mails());
    }

    private void waiting(Company company) {
        keep(
                with(company, company.first(), "Twelve housings while we stand")
                        .they(
                                almanac.worked(1, 16, 40),
                                "we have to stand for three days anyway in four weeks, so this would be the moment to change all twelve housings on the can line.\n\nCan your crew do it in that time, and what would you need from us? I have to tell our planner by tomorrow evening."));
    }

    private void waitingMore(Company company) {
        keep(
                with(company, company.decider(), "One price for three years?")
                        .they(
                                almanac.worked(4, 9, 12),
                                "I read your quotation again. The figures for the first year are clear to me.\n\nWould you hold the price for three years if we commit to the quantity now? I would like to take it to our owners soon.")
                        .we(
                                almanac.worked(3, 11, 5),
                                "thank you for reading it so closely. Three years is longer than I may decide alone. I will get back to you by the end of the week with an answer.")
                        .they(
                                almanac.worked(1, 8, 31),
                                "good. One more thing for your talk inside: could the second year begin later, when our new line runs?"));
    }

    private void table(Company company) {
        keep(
                with(company, company.decider(), "Your terms, before we meet")
                        .they(
                                almanac.worked(6, 14, 20),
                                "before we sit together: the other offer has delivery within five days and ninety days to pay. I am not asking you to match it line by line, but our finance will ask me why not.\n\nWhich of the two is easier for you?")
                        .we(
                                almanac.worked(5, 10, 2),
                                "delivery is easier for us than payment, if we know your month ahead. I will bring two packages to our meeting, so that you can show your finance a choice.")
                        .they(
                                almanac.worked(2, 15, 48),
                                "a choice is good. Please have the service hours in both of them, our maintenance lead asks for them each time."));
    }

    private void complaint(Company company) {
        keep(
                with(company, company.first(), "Cartridges collapsed on the night shift")
                        .they(
                                almanac.worked(13, 6, 55),
                                "three cartridges collapsed last night, all from the new batch. We lost four hours and a tank we could not use.\n\nI need to know today what we may run with, and I expect that somebody looks at this properly.")
                        .we(
                                almanac.worked(13, 8, 10),
                                "I am sorry. Run with the boxes of the batch before, they are marked green. A courier fetches the three from you today, and our laboratory has them on the bench tomorrow. I will send you the report by Friday.")
                        .they(
                                almanac.worked(12, 9, 30),
                                "The courier was here. We run on the green ones.")
                        .we(
                                almanac.worked(6, 17, 5),
                                "the report is attached, later than I promised. A weld was too cold on one machine for one shift. The batch is called back, your tank is credited, and every box now carries the machine's number.")
                        .they(
                                almanac.worked(5, 7, 45),
                                "thank you for saying plainly what it was. It should not have taken nine days to tell us.\n\nMy people ask me before each night shift whether it may happen again. What can you show me that lets me say no?"));
    }

    private void introduced(Company company) {
        String[] other = STRANGERS.get(company.owner());
        keep(
                with(company, company.first(), "You should talk to each other")
                        .with(other[0] + " <" + other[1] + ">")
                        .they(
                                almanac.worked(2, 13, 15),
                                "Meet %s, who runs the filling at %s. I told them how you found the haze in tank 3, and they have a trouble of the same kind.\n\nCould you write to %s this week? I leave the two of you to it."
                                        .formatted(
                                                other[0],
                                                other[2],
                                                other[0].replaceFirst(" .*", ""))));
    }

    /** Whom somebody introduces; unknown until then. */
    private static final List<String[]> STRANGERS =
            List.of(
                    new String[] {"Wilma Hartog", "wilma.hartog@elmspit.example", "Elmspit Malt"},
                    new String[] {
                        "Stig Overby", "stig.overby@fennelgate.example", "Fennelgate Soups"
                    },
                    new String[] {"Carys Penmore", "carys@wrenpool.example", "Wrenpool Water"});

    private void unanswered(Company company) {
        keep(
                with(company, company.first(), "Your service contract")
                        .we(
                                almanac.worked(11, 10, 20),
                                "your service contract ends in six weeks. Would you like to go on as it is, or with one visit fewer? I can come by on any day next week."));
    }

    private void asked(Company company) {
        keep(
                with(company, company.first(), "After the trial")
                        .we(
                                almanac.worked(9, 9, 5),
                                "the two weeks are over. What did you see, and what did your people say?")
                        .they(
                                almanac.worked(7, 16, 10),
                                "changes went from every fourth day to every ninth, and the night shift likes the light. Our managing director wants to see what it costs against what it saves before he decides.\n\nCould you write that on one page, with our own figures?")
                        .we(
                                almanac.worked(6, 9, 40),
                                "gladly. I will send you the page by Thursday, with your figures and where they come from."));
    }

    private void promised(Company company) {
        keep(
                with(company, company.first(), "Figures of your can line")
                        .we(
                                almanac.worked(10, 14, 0),
                                "to size the filter I need the flow of the can line and the hours it runs. Could you send them?")
                        .they(
                                almanac.worked(9, 8, 25),
                                "I will send you the figures by the end of next week, our engineer has to read them from the machine.")
                        .we(
                                almanac.worked(9, 9, 40),
                                "the end of next week is early enough. Then I draw both sizes, and you see them side by side."));
    }

    private void bounced(Company company) {
        Person person = company.people().getLast();
        Exchange exchange =
                with(company, person, "Who looks after your filters now?")
                        .we(
                                almanac.worked(8, 11, 30),
                                "I have not heard from any of you for a while, and the last cartridges must be used up by now. Is it still you who looks after the filters, or should I write to somebody else?");
        keep(exchange);
        mails.add(Bounce.of(exchange.mails().getFirst(), person.address()));
    }
}
