package app.rapport.people;

import app.rapport.kernel.AccountId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.people.store.AccountList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Lists of companies. */
@Service
public class Accounts {
    private final AccountList list;

    Accounts(AccountList list) {
        this.list = list;
    }

    /**
     * Companies by name.
     *
     * @param words part of the name or domain; empty for all
     * @param cursor of the page before
     * @throws IllegalArgumentException when the cursor is none of this list
     */
    public Slice<AccountLine> page(
            Viewer viewer, String words, Optional<String> cursor, int limit) {
        return list.page(viewer, words, cursor.orElse(""), limit);
    }

    /** These companies, as they stand in a list. */
    public Map<AccountId, AccountLine> lines(Viewer viewer, Collection<AccountId> ids) {
        return list.lines(viewer, ids);
    }

    /** The companies that belong to this one. */
    public List<AccountLine> children(Viewer viewer, AccountId id) {
        return list.children(viewer, id);
    }

    public Map<AccountId, List<PersonId>> peopleOf(Viewer viewer, Collection<AccountId> accounts) {
        return list.peopleOf(viewer, accounts);
    }
}
