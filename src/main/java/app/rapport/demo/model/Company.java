package app.rapport.demo.model;

import java.util.List;

/**
 * A made-up customer.
 *
 * @param owner which seller looks after it, from 0
 * @param plot how it went with them
 * @param since for how many days they have been known
 */
public record Company(
        int number,
        String name,
        String domain,
        String industry,
        String city,
        int size,
        int owner,
        Plot plot,
        int since,
        List<Person> people) {
    public Company {
        people = List.copyOf(people);
    }

    /** How a relation went. */
    public enum Plot {
        /** Steady, and glad of us. */
        LOYAL,
        /** Buys, and answers slower and slower. */
        DRIFTING,
        /** Something went wrong, and is being mended. */
        COMPLAINT,
        /** Used to write often, and does not any more. */
        QUIET,
        /** Mostly we who write. */
        CHASED,
        /** Thinks about buying. */
        PROSPECT,
        /** Is about to agree with us, or not. */
        TABLE,
        /** Bought elsewhere. */
        LOST
    }

    /** With whom one mostly talks. */
    public Person first() {
        return people.getFirst();
    }

    /** Who decides about money. */
    public Person decider() {
        return people.get(1);
    }
}
