package app.rapport.people.web;

import app.rapport.people.PersonCard;
import app.rapport.ui.Page;
import java.util.List;

/**
 * Pairs of people who may be one.
 *
 * @param next cursor of the next page; empty on the last
 */
public record DuplicatesPage(List<Pair> pairs, String next) implements Page {

    /**
     * @param likely the probability in per cent
     */
    public record Pair(
            PersonCard one,
            PersonCard two,
            int likely,
            List<String> speaksFor,
            List<String> against) {
        public String merge() {
            return "/people/" + one.id() + "/merge?with=" + two.id();
        }
    }
}
