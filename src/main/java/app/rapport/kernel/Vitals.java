package app.rapport.kernel;

import java.util.List;

/** Socket: numbers of a room by which those who run the server see whether it is well. */
public interface Vitals {

    /**
     * @param name as Prometheus spells it: lower case, underscores, the unit last
     * @param labels in pairs, name and value; never anything about a person
     */
    record Vital(String name, String help, List<String> labels, double value) {}

    /** What is true now; asked once for each scrape. */
    List<Vital> read();
}
