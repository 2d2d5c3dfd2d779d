package app.rapport.database;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work within a request that concerns all records, whoever asks: what is derived for everybody, and
 * keys that must not be given twice. Nothing of what it reads may be shown.
 */
@Component
public class AllRecords {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    AllRecords(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    public <T> T call(Supplier<T> work) {
        return transaction.execute(_ -> {
            String seen =
                    jdbc.sql("SELECT coalesce(current_setting('app.owners', true), '')")
                            .query(String.class)
                            .single();
            if (seen.isEmpty()) return work.get();
            set("");
            T result = work.get();
            set(seen); // after a failure the end of the transaction does it
            return result;
        });
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /** For work that ends with the caller's transaction, which must be there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void untilTheEnd() {
        set("");
    }

    private void set(String owners) {
        jdbc.sql("SELECT set_config('app.owners', :owners, true)")
                .param("owners", owners)
                .query(String.class)
                .single();
    }
}
