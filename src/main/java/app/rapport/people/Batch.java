package app.rapport.people;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.ExternalId;
import app.rapport.people.model.Said;
import app.rapport.people.model.Seen;
import app.rapport.people.model.Standing;
import app.rapport.people.store.IntakeMemory;
import app.rapport.people.store.IntakeRows;
import app.rapport.people.store.Kind;
import app.rapport.people.store.KnownRecords;
import app.rapport.people.store.RowStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records of one kind while a batch of rows is told to them. */
abstract class Batch {
    /** An id this long is nobody else's, whatever program it is of. */
    private static final int UNIQUE_ID = 12;

    final Viewer viewer;
    final ContactIntake.Origin origin;
    final KnownRecords known;
    final IntakeRows rows;
    final Map<String, MemberId> members;
    final Instant now;
    private final Kind kind;
    private final Map<UUID, Standing> standings = new LinkedHashMap<>();
    private final Map<UUID, IntakeRows.Birth> births = new HashMap<>();
    private final List<IntakeMemory.Record> records = new ArrayList<>();
    private final Map<UUID, ExternalId> awaiting = new LinkedHashMap<>();
    private Map<String, Seen> seen = new HashMap<>();

    Batch(
            Kind kind,
            Viewer viewer,
            ContactIntake.Origin origin,
            KnownRecords known,
            IntakeRows rows,
            Map<String, MemberId> members,
            Instant now) {
        this.kind = kind;
        this.viewer = viewer;
        this.origin = origin;
        this.known = known;
        this.rows = rows;
        this.members = members;
        this.now = now;
    }

    void recall(List<? extends Told<?>> rows) {
        seen = new HashMap<>(known.seen(viewer, rows.stream().map(Told::digest).toList()));
    }

    /** Such a row as it came before, in an earlier batch or this one. */
    @Nullable Seen seenBefore(Told<?> row) {
        return seen.get(row.digest());
    }

    void load(Collection<UUID> ids) {
        List<UUID> missing =
                ids.stream().filter(id -> !standings.containsKey(id)).distinct().toList();
        standings.putAll(known.standings(viewer, kind, missing));
    }

    Standing fresh(IntakeRows.Birth birth) {
        Standing fresh = Standing.fresh(Uuid7.next());
        standings.put(fresh.id(), fresh);
        births.put(fresh.id(), birth);
        return fresh;
    }

    @Nullable Standing standing(UUID id) {
        return standings.get(id);
    }

    ContactIntake.Outcome tell(Told<?> row, Standing standing, Said said) {
        Standing.Taken taken = standing.take(said);
        return note(row, standing.id(), taken.said(), taken.changed());
    }

    ContactIntake.Outcome note(
            Told<?> row, UUID subject, Map<String, String> said, boolean changed) {
        seen.put(row.digest(), new Seen(subject, said));
        records.add(new IntakeMemory.Record(row.digest(), subject, said, changed));
        return new ContactIntake.Outcome(subject, changed);
    }

    void await(Standing standing, ExternalId company) {
        if (standing.isFresh() || standing.isChanged()) awaiting.put(standing.id(), company);
    }

    /** What stores all of it; nothing more is told. */
    List<RowStatement> statements() {
        List<RowStatement> all =
                new ArrayList<>(
                        rows.of(viewer, origin.importId(), kind, standings.values(), births));
        all.add(IntakeMemory.remember(viewer, origin.importId(), records));
        all.add(IntakeMemory.await(viewer, origin.importId(), kind, awaiting));
        return all;
    }

    UUID[] changed() {
        return standings.values().stream()
                .filter(Standing::isChanged)
                .map(Standing::id)
                .toArray(UUID[]::new);
    }

    int created() {
        return (int) standings.values().stream().filter(Standing::isFresh).count();
    }

    int updated() {
        return (int)
                standings.values().stream()
                        .filter(standing -> !standing.isFresh() && standing.isChanged())
                        .count();
    }

    /** Ids of persons are one's own within a program, or within one layout of files. */
    Optional<ExternalId> ownId(String id) {
        if (id.isEmpty()) return Optional.empty();
        return Optional.of(
                new ExternalId(
                        origin.program().isEmpty() ? origin.layout() : origin.program(), id));
    }

    /** Ids of companies are named by files of another layout too. */
    Optional<ExternalId> companyId(String id) {
        return companyId(origin, id);
    }

    static Optional<ExternalId> companyId(ContactIntake.Origin origin, String id) {
        if (id.isEmpty()) return Optional.empty();
        if (!origin.program().isEmpty()) return Optional.of(new ExternalId(origin.program(), id));
        String scope = id.length() >= UNIQUE_ID ? "" : origin.importId().toString();
        return Optional.of(new ExternalId(scope, id));
    }

    /** The colleague in charge, or the words kept beside the record. */
    Said inCharge(Said said, String owner) {
        if (owner.isEmpty()) return said;
        MemberId member = members.get(owner.strip().toLowerCase(Locale.ROOT));
        return member == null
                ? said.and(Said.EXTRA + "Owner", owner)
                : said.and("owner_id", member.value().toString());
    }
}
