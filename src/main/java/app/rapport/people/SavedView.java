package app.rapport.people;

import app.rapport.people.model.PeopleQuery;
import java.util.UUID;

/**
 * A list of people under a name.
 *
 * @param own whether it is the viewer's; others' they see when it is shared, and leave as it is
 */
public record SavedView(UUID id, String name, PeopleQuery query, boolean shared, boolean own) {}
