package app.rapport.people;

import app.rapport.kernel.AccountId;
import java.util.List;

/** A company as it stands in a list. */
public record AccountLine(
        AccountId id, String name, List<String> domains, long people, boolean proposed) {}
