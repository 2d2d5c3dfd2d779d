package app.rapport.conversations;

import app.rapport.access.House;
import app.rapport.conversations.store.OurSideRows;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** How members met customers in writing, as facts without words: for those who look back. */
@Service
public class OurSide {
    private final OurSideRows rows;
    private final House house;

    OurSide(OurSideRows rows, House house) {
        this.rows = rows;
        this.house = house;
    }

    /**
     * A mail that asked a member for an answer.
     *
     * @param settled when it needed none any more, {@code by} what; empty while it waits
     * @param byUs whether an answer of ours settled it, or a talk
     * @param newcomer whether it was the first that was heard of whoever wrote it
     */
    public record Asked(
            MemberId member,
            TouchId touch,
            Instant at,
            Optional<PersonId> from,
            Optional<Instant> settled,
            Optional<TouchId> by,
            boolean byUs,
            boolean newcomer) {}

    /** Of that time, newest first, of what was known at its end. */
    public List<Asked> asked(
            Viewer viewer, Collection<MemberId> members, Instant from, Instant at) {
        return rows.asked(viewer, members, us(viewer), from, at);
    }

    /**
     * A mail that a member wrote to somebody outside.
     *
     * @param answer whether somebody outside had written in the same matter before
     * @param wants whether it asks for something
     */
    public record Wrote(
            MemberId member,
            TouchId touch,
            Instant at,
            Optional<PersonId> to,
            boolean answer,
            boolean wants) {}

    /** Of that time, newest first. */
    public List<Wrote> wrote(
            Viewer viewer, Collection<MemberId> members, Instant from, Instant at) {
        return rows.wrote(viewer, members, us(viewer), from, at);
    }

    /** Everybody's own addresses with whose they are, and our domains. */
    public record Us(Map<String, MemberId> addresses, Set<String> domains) {}

    private Us us(Viewer viewer) {
        Map<String, MemberId> addresses = new HashMap<>();
        house.ownAddressesOfAll(viewer)
                .forEach((member, own) -> own.forEach(one -> addresses.put(one, member)));
        return new Us(addresses, house.us(viewer).domains());
    }
}
