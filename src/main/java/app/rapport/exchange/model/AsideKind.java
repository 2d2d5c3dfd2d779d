package app.rapport.exchange.model;

import java.util.Arrays;
import java.util.Optional;

/** What was set aside: items of one kind can be mended in one file. */
public enum AsideKind {
    ROWS("row", "rows", "rows.csv", "text/csv"),
    CARDS("card", "cards", "cards.vcf", "text/vcard"),
    EVENTS("event", "events", "events.ics", "text/calendar"),
    MAILS("mail", "mails", "mail.mbox", "application/mbox");

    private final String one;
    private final String many;
    private final String file;
    private final String type;

    AsideKind(String one, String many, String file, String type) {
        this.one = one;
        this.many = many;
        this.file = file;
        this.type = type;
    }

    /** By where it stands: "row 17", "card 3", "event 5", else it is a mail. */
    public static AsideKind at(String position) {
        return Arrays.stream(values())
                .filter(kind -> position.startsWith(kind.one + " "))
                .findFirst()
                .orElse(MAILS);
    }

    public static Optional<AsideKind> of(String file) {
        return Arrays.stream(values()).filter(kind -> kind.file.equals(file)).findFirst();
    }

    public String words(long number) {
        return number == 1 ? one : many;
    }

    /** Name of the file that holds all of them. */
    public String file() {
        return file;
    }

    public String type() {
        return type;
    }
}
