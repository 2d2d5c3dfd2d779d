package app.rapport.people;

import app.rapport.kernel.PersonId;
import java.util.UUID;

/**
 * What a person is to a company or to another person.
 *
 * @param to the company or the other person
 * @param toPerson whether {@code to} is a person
 */
public record Tie(
        UUID id,
        PersonId person,
        String personName,
        UUID to,
        String toName,
        boolean toPerson,
        Role role,
        String note) {

    /** As it stands in a history. */
    public String words() {
        return role.label()
                + (toPerson ? " of " : " at ")
                + toName
                + (note.isEmpty() ? "" : " (" + note + ")");
    }
}
