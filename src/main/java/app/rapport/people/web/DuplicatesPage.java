package app.rapport.people.web;

import app.rapport.ui.Page;
import java.util.List;

/**
 * Pairs that may be one.
 *
 * @param companies whether they are companies, else people
 * @param next cursor of the next page; empty on the last
 */
public record DuplicatesPage(boolean companies, List<Pair> pairs, String next) implements Page {

    public String path() {
        return companies ? "/duplicates/companies" : "/duplicates";
    }

    /**
     * One of two.
     *
     * @param under title and company, or what else says who it is
     * @param lines addresses and phones
     */
    public record Twin(String id, String home, String name, String under, List<String> lines) {}

    /**
     * @param likely the probability in per cent
     */
    public record Pair(
            Twin one, Twin two, int likely, List<String> speaksFor, List<String> against) {
        public String merge() {
            return one.home() + "/merge?with=" + two.id();
        }
    }
}
