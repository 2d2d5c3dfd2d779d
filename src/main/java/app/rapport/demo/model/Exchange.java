package app.rapport.demo.model;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One thread between a seller and a person: mails that answer each other, each with the last
 * quoted.
 */
final class Exchange {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu 'at' HH:mm", Locale.ENGLISH);

    private final Seller seller;
    private final Person person;
    private final String subject;
    private final String name;
    private final ZoneId zone;
    private final List<Mail> mails = new ArrayList<>();
    private List<String> alsoTo = List.of();

    /**
     * @param name one of a kind among all threads
     */
    Exchange(Seller seller, Person person, String subject, String name, ZoneId zone) {
        this.seller = seller;
        this.person = person;
        this.subject = subject;
        this.name = name;
        this.zone = zone;
    }

    /** From now on these read along. */
    Exchange with(String... mailboxes) {
        alsoTo = List.of(mailboxes);
        return this;
    }

    Exchange they(Instant at, String words) {
        return add(at, false, words);
    }

    Exchange we(Instant at, String words) {
        return add(at, true, words);
    }

    private Exchange add(Instant at, boolean ours, String words) {
        Optional<Mail> last = mails.isEmpty() ? Optional.empty() : Optional.of(mails.getLast());
        String domain = ours ? Seller.DOMAIN : person.address().replaceFirst(".*@", "");
        mails.add(
                new Mail(
                        "<" + name + "." + mails.size() + "@" + domain + ">",
                        at,
                        ours ? seller.mailbox() : person.mailbox(),
                        List.of(ours ? person.mailbox() : seller.mailbox()),
                        alsoTo,
                        last.isEmpty() ? subject : "Re: " + subject,
                        mails.stream().map(Mail::id).toList(),
                        "",
                        body(ours, words, last)));
        return this;
    }

    private String body(boolean ours, String words, Optional<Mail> last) {
        String to = ours ? person.given() : seller.given();
        String text =
                "%s %s,\n\n%s\n\n%s\n%s"
                        .formatted(
                                mails.size() < 2 ? "Dear" : "Hello",
                                to,
                                words,
                                ours ? "Kind regards" : "Best",
                                ours ? ourSignature() : theirSignature());
        return last.map(mail -> text + "\n\n" + quoted(mail)).orElse(text);
    }

    private String ourSignature() {
        return "%s\n-- \n%s\n%s, %s\n"
                .formatted(seller.given(), seller.name(), seller.title(), Seller.FIRM);
    }

    private String theirSignature() {
        return "%s\n-- \n%s\n%s\n%s\n"
                .formatted(person.given(), person.name(), person.title(), person.phone());
    }

    private String quoted(Mail mail) {
        return "On %s, %s wrote:\n%s"
                .formatted(
                        WHEN.format(mail.at().atZone(zone)),
                        mail.from().replaceFirst(" <.*", ""),
                        mail.body().replaceFirst("(?s)\n-- \n.*", "").replaceAll("(?m)^", "> "));
    }

    List<Mail> mails() {
        return List.copyOf(mails);
    }
}
