package app.rapport.exchange.contacts;

import app.rapport.people.AccountDraft;
import app.rapport.people.ContactDraft;
import app.rapport.people.Told;

/** What a row, card or event became. Each data row, card and VEVENT gives exactly one. */
public sealed interface Item {
    /** Where it stands: "row 17", "card 3", "event 5". */
    String position();

    record Contact(String position, Told<ContactDraft> told) implements Item {
        Contact(String position, ContactDraft draft) {
            this(position, Told.of(draft));
        }
    }

    record Account(String position, Told<AccountDraft> told) implements Item {
        Account(String position, AccountDraft draft) {
            this(position, Told.of(draft));
        }
    }

    record Meeting(String position, MeetingDraft draft) implements Item {}

    /**
     * Taken by the room of its kind, or kept whole until there is one.
     *
     * @param kind deal, activity, event …
     * @param record its cells by their headers, a JSON object
     */
    record Kept(String position, String kind, String record) implements Item {}

    /**
     * @param reason what is wrong and what to do, for people
     * @param raw the item as it stands, to be mended and put in again
     */
    record SetAside(String position, String reason, String raw) implements Item {}
}
