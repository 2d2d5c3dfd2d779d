package app.rapport.deals;

import app.rapport.kernel.PersonId;
import app.rapport.people.Role;
import java.util.UUID;

/** Somebody on the buyer's side of a deal, and what they do in it. */
public record DealPerson(UUID id, PersonId person, String name, Role role) {}
