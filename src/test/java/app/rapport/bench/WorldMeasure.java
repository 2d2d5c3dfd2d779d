package app.rapport.bench;

import java.util.List;

/** What is measured in the made world while it is served. */
interface WorldMeasure {
    /** How often each is taken; the middle one counts. */
    int ROUNDS = 3;

    String name();

    List<Figure> figures(World world) throws Exception;
}
