package app.rapport.conversations;

import app.rapport.conversations.store.ExchangedRows;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Who of two sides wrote and called, for rooms that weigh it. */
@Service
public class Exchanges {
    private final ExchangedRows rows;
    private final Conversations conversations;

    Exchanges(ExchangedRows rows, Conversations conversations) {
        this.rows = rows;
        this.conversations = conversations;
    }

    /** With each of these people, of what was known by then; of a great deal the newest. */
    public Map<PersonId, Stretch> with(
            Viewer viewer, Collection<PersonId> people, Instant from, Instant at) {
        return people.isEmpty()
                ? Map.of()
                : rows.with(viewer, conversations.sides(viewer), people, from, at);
    }

    /**
     * To whom the viewer wrote a good deal in that time, and whose newest words are all ours; the
     * most written to first.
     *
     * @param least how many mails are a good deal, and how many words are looked at
     */
    public List<PersonId> oneSided(Viewer viewer, Instant from, Instant at, int least, int most) {
        return rows.oneSided(viewer, conversations.sides(viewer), from, at, least, most);
    }
}
