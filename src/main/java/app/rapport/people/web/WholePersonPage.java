package app.rapport.people.web;

import app.rapport.kernel.PersonRecords.Fact;
import app.rapport.ui.Page;
import java.util.List;
import java.util.Map;

/** Everything that is known of a person, with where it came from; to be read, printed or sent. */
public record WholePersonPage(String home, String name, Map<String, List<Fact>> facts)
        implements Page {}
