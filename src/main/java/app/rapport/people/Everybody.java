package app.rapport.people;

import app.rapport.kernel.Viewer;
import app.rapport.people.store.WholeBook;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * All contacts and accounts, one after the other, for who takes everything along. Rows come by a
 * cursor, which lives in the caller's transaction: memory does not grow with their number.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Everybody {
    private final WholeBook book;

    Everybody(WholeBook book) {
        this.book = book;
    }

    /**
     * How many of each thing the contact has that has most of it: a table's columns.
     *
     * @param points by kind
     */
    public record Most(java.util.Map<String, Integer> points, int postals) {}

    public Most most(Viewer viewer) {
        return book.most(viewer);
    }

    public void contacts(Viewer viewer, Consumer<ContactRecord> taker) {
        book.contacts(viewer, taker);
    }

    public void accounts(Viewer viewer, Consumer<AccountRecord> taker) {
        book.accounts(viewer, taker);
    }
}
