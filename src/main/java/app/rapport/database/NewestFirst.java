package app.rapport.database;

import app.rapport.kernel.PlaceInTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Pages of a list that has the newest first, from a {@link PlaceInTime} on. */
public final class NewestFirst {
    private NewestFirst() {}

    /**
     * The end of a statement that has a WHERE, to which {@link #before} gives the parameters.
     *
     * @param at the column by which it is sorted
     * @param id parts what is of one moment
     */
    public static String by(String at, String id) {
        return " AND (%1$s, %2$s) < (:at, :before) ORDER BY %1$s DESC, %2$s DESC LIMIT :most"
                .formatted(at, id);
    }

    public static StatementSpec before(StatementSpec asked, PlaceInTime place, int most) {
        return asked.param("at", place.at().atOffset(ZoneOffset.UTC))
                .param("before", place.id())
                .param("most", most);
    }
}
