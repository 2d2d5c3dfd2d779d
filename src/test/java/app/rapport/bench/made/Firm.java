package app.rapport.bench.made;

import java.util.List;
import java.util.UUID;

/**
 * One workspace of the made world. Ids can be told from a number, so that a program that knows only
 * numbers, such as pgbench, can name any contact.
 *
 * @param number 0 is the one with most
 * @param members the first owns the workspace, and has most to do
 */
public record Firm(int number, UUID id, int contacts, int touches, List<UUID> members) {
    private static final long FIRST = 100_000_000_000L;

    /** Everybody's addresses end in this domain. */
    String domain() {
        return "house" + number + ".example";
    }

    public String email(int member) {
        return member == 0 && number == 0
                ? "owner@example.org"
                : "member" + member + "@" + domain();
    }

    String ownAddress(int member) {
        return "member" + member + "@" + domain();
    }

    /** Those who are no colleagues come first. */
    public UUID contact(int index) {
        return UUID.fromString(contactPrefix() + (FIRST + index));
    }

    /** All of a contact's id but its last twelve digits, which count from {@link #firstContact}. */
    public String contactPrefix() {
        return "018f%04x-0000-7000-8000-".formatted(number);
    }

    public long firstContact() {
        return FIRST;
    }

    UUID account(int index) {
        return UUID.fromString("018e%04x-0000-7000-8000-".formatted(number) + (FIRST + index));
    }

    UUID colleague(int member) {
        return contact(contacts + member);
    }

    int accounts() {
        return Math.max(5, contacts / 6);
    }
}
