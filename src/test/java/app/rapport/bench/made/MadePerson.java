package app.rapport.bench.made;

import app.rapport.people.model.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A made-up person.
 *
 * @param account index of the company; null where there is none
 */
record MadePerson(
        String given,
        String family,
        String title,
        @Nullable Integer account,
        List<String> mails,
        List<String> phones,
        String tag,
        boolean colleague) {

    /** Everybody but colleagues: most at some company, a few of which have many people. */
    static MadePerson outside(Firm firm, int index, Words words) {
        String given = words.given();
        String family = words.family();
        Integer account = index % 10 == 0 ? null : words.skewed(firm.accounts(), 2);
        return new MadePerson(
                given,
                family,
                words.title(),
                account,
                index % 7 == 0
                        ? List.of(
                                address(given, family, index, account),
                                "private" + index + "@mail.example")
                        : List.of(address(given, family, index, account)),
                index % 5 < 3 ? List.of(words.phone()) : List.of(),
                index % 9 == 0 ? "tag" + words.skewed(40, 2) : "",
                false);
    }

    static MadePerson colleague(Firm firm, int member) {
        return new MadePerson(
                "Member",
                String.valueOf(member),
                "",
                null,
                List.of(firm.ownAddress(member)),
                List.of(),
                "",
                true);
    }

    private static String address(
            String given, String family, int index, @Nullable Integer account) {
        return Names.fold(given)
                + "."
                + Names.fold(family)
                + Integer.toString(index, Character.MAX_RADIX)
                + "@"
                + (account == null ? "mail.example" : MadeAccounts.domain(account));
    }

    String name() {
        return given + " " + family;
    }

    String key() {
        return Names.fold(name());
    }
}
