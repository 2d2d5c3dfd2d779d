package app.rapport.deals.model;

import java.util.List;
import java.util.regex.Pattern;

/** Where the stages of other programs stand in the way of a deal, by what they are called. */
public final class ImportedStages {
    private static final List<Pattern> WAY =
            List.of(
                    Pattern.compile(".*(new|lead|prospect|appointment|contacted|found).*"),
                    Pattern.compile(".*(qualif|engag|need|discover|meeting).*"),
                    Pattern.compile(
                            ".*(present|demo|value|perception|decision|stakeholder|bought).*"),
                    Pattern.compile(".*(propos|quote|price|offer).*"),
                    Pattern.compile(".*(negot|review|contract|verbal|commit).*"));

    private ImportedStages() {}

    /** Smaller comes first; what says nothing of it stands in the middle. */
    public static int place(String folded) {
        int place = 2;
        for (int i = 0; i < WAY.size(); i++) if (WAY.get(i).matcher(folded).matches()) place = i;
        return place;
    }
}
