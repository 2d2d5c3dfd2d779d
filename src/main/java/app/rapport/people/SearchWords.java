package app.rapport.people;

import app.rapport.kernel.Derived;
import app.rapport.kernel.Viewer;
import app.rapport.people.store.ContactWords;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The words by which people are found, written anew from what stands in their records. */
@Service
class SearchWords implements Derived {
    private final ContactWords words;

    SearchWords(ContactWords words) {
        this.words = words;
    }

    @Override
    public String what() {
        return "search words";
    }

    @Override
    @Transactional
    public Rebuilt rebuild(Viewer viewer) {
        Map<UUID, String> before = words.all(viewer);
        words.refreshAll(viewer);
        Map<UUID, String> after = words.all(viewer);
        return Rebuilt.of(before, after, after);
    }
}
