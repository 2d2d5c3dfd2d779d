package app.rapport.people.model;

import app.rapport.kernel.PersonId;
import java.util.Set;

/** Whom a change of many is about. */
public sealed interface Chosen {
    record These(Set<PersonId> people) implements Chosen {
        public These {
            people = Set.copyOf(people);
        }
    }

    record AllThatFit(PeopleQuery query) implements Chosen {}
}
