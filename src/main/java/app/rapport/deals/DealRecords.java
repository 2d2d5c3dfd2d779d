package app.rapport.deals;

import java.util.Set;

/** Socket: a room's rows that speak of deals, and would go with one. */
public interface DealRecords {
    /**
     * The tables whose {@code deal_id} names a deal of which somebody wrote something: it stays
     * when the import that brought it is taken back.
     */
    Set<String> tables();
}
