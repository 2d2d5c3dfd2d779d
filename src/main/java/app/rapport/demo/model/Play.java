package app.rapport.demo.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that is made up: the same for the same seed and day.
 *
 * @param mails of all sellers, oldest first
 * @param deeds oldest first
 */
public record Play(
        Almanac almanac,
        List<Company> companies,
        List<Mail> mails,
        List<Meeting> meetings,
        List<Deed> deeds) {
    public static final long SEED = 1854;

    public static Play of(long seed, Almanac almanac) {
        List<Company> companies = Cast.of(seed);
        Years years = new Years(seed, almanac);
        List<Mail> mails =
                Stream.concat(
                                companies.stream().flatMap(one -> years.with(one).stream()),
                                Scenes.of(companies, almanac).stream())
                        .sorted(Comparator.comparing(Mail::at))
                        .toList();
        List<Deed> deeds = new ArrayList<>(DealStory.of(companies, seed, almanac));
        deeds.addAll(PromiseStory.of(companies, seed, almanac));
        deeds.addAll(FeedbackStory.of(companies, seed, almanac));
        deeds.addAll(TalkStory.of(companies, seed, almanac));
        deeds.addAll(DealStory.plans(companies, almanac));
        deeds.sort(Comparator.comparing(deed -> deed.done().at()));
        return new Play(
                almanac, companies, mails, Diary.of(companies, seed, almanac), List.copyOf(deeds));
    }

    /** What lies in a seller's mailbox, as an mbox. */
    public String mailbox(int seller) {
        String address = Seller.ALL.get(seller).address();
        StringBuilder box = new StringBuilder();
        mails.stream()
                .filter(mail -> mail.isOnIt(address))
                .forEach(mail -> box.append(mail.inMbox()));
        return box.toString();
    }

    public String calendar(int seller) {
        return Meeting.calendar(
                meetings.stream().filter(meeting -> meeting.seller() == seller).toList());
    }

    /**
     * People somebody met at a fair and typed in a hurry: some are known already, by another
     * spelling or another address.
     */
    public String fair() {
        StringBuilder rows =
                new StringBuilder("First name,Last name,Email,Company,Job title,Notes\n");
        for (int number : List.of(0, 7, 14)) {
            Person known = companies.get(number).first();
            rows.append(
                    "%s,%s,%s@post.example,%s,%s,Met at the fair\n"
                            .formatted(
                                    known.given(),
                                    known.family(),
                                    known.family().toLowerCase(java.util.Locale.ROOT) + number,
                                    companies.get(number).name(),
                                    known.title()));
        }
        rows.append(
                "Ottilie,Varnham,ottilie@fogwell.example,Fogwell Brewing,Cellar master,Asked for a trial in spring\n");
        rows.append(
                "Bram,Stokesley,bram@pinfold.example,Pinfold Soups,Buyer,Wants the price list\n");
        return rows.toString();
    }
}
