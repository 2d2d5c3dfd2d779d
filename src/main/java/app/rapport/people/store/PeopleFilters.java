package app.rapport.people.store;

import app.rapport.database.Conditions;
import app.rapport.database.CurrentWorkspace;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Seen;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.Names;
import app.rapport.people.model.PeopleQuery;
import app.rapport.people.model.Since;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;

/** The conditions that a query puts on contacts ({@code c}). */
public final class PeopleFilters {
    private static final String ABOVE_ALL = "\uffff";

    private PeopleFilters() {}

    /**
     * @param found those that fit the typed words, asked only when there are some
     * @param waiting those who wait for the viewer, asked only when the query wants them
     */
    public static Conditions of(
            Viewer viewer,
            PeopleQuery query,
            Collection<PersonId> found,
            Collection<PersonId> waiting,
            Clock clock) {
        Conditions all =
                new Conditions()
                        .and("c.workspace_id = :workspace", "workspace", viewer.workspace().value())
                        .and("c.deleted_at IS NULL");
        seen(all);
        switch (query.who()) {
            case PEOPLE -> all.and("NOT c.colleague");
            case COLLEAGUES -> all.and("c.colleague");
            case EVERYBODY -> {}
        }
        if (!query.words().isBlank()) all.and("c.id = ANY(:found)", "found", ids(found));
        if (query.open()) all.and("c.id = ANY(:waiting)", "waiting", ids(waiting));
        company(query, all);
        owner(viewer, query, all);
        if (!query.tag().isEmpty())
            all.and(
                    "c.id IN (SELECT g.contact_id FROM contact_tag g WHERE g.workspace_id = :workspace AND g.tag = :tag)",
                    "tag",
                    query.tag());
        touched(viewer, query, clock, all);
        if (!query.source().isEmpty()) all.and("c.source = :source", "source", query.source());
        query.importId()
                .ifPresent(id ->
                        all.and(
                                """
                                (c.import_id = :import OR EXISTS (
                                    SELECT FROM import_record r
                                    WHERE r.workspace_id = c.workspace_id AND r.import_id = :import AND r.subject_id = c.id))\
                                """,
                                "import",
                                id));
        return all;
    }

    private static void touched(Viewer viewer, PeopleQuery query, Clock clock, Conditions all) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), viewer.zone());
        query.touched()
                .ifPresent(since ->
                        all.and(
                                "c.last_touch_at >= :touched",
                                "touched",
                                start(since, today, viewer)));
        query.untouched()
                .ifPresent(since ->
                        all.and(
                                "c.last_touch_at < :untouched",
                                "untouched",
                                start(since, today, viewer)));
    }

    /** Exactly these people, as far as they are the workspace's and not deleted. */
    public static Conditions these(Viewer viewer, Collection<PersonId> people) {
        return new Conditions()
                .and("c.workspace_id = :workspace", "workspace", viewer.workspace().value())
                .and("c.deleted_at IS NULL")
                .and("c.id = ANY(:chosen)", "chosen", ids(people));
    }

    /** Row-level security says the same; said here as well, it is an index condition. */
    private static void seen(Conditions all) {
        Seen seen = CurrentWorkspace.seen();
        if (seen.equals(Seen.ALL)) return;
        all.and(
                "c.owner_id = ANY(:seen)",
                "seen",
                seen.owners().stream().map(MemberId::value).toArray(UUID[]::new));
    }

    private static UUID[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }

    private static OffsetDateTime start(Since since, LocalDate today, Viewer viewer) {
        return since.day(today).atStartOfDay(viewer.zone()).toOffsetDateTime();
    }

    /**
     * A company's name from its beginning, as a range: row-level security lets no LIKE use an
     * index.
     */
    private static void company(PeopleQuery query, Conditions all) {
        query.account().ifPresent(id -> all.and("c.account_id = :account", "account", id));
        String name = Names.fold(query.company());
        if (name.isEmpty()) return;
        all.and("NOT c.no_company")
                .and("c.company_key >= :company", "company", name)
                .and("c.company_key < :companyEnd", "companyEnd", name + ABOVE_ALL);
    }

    private static void owner(Viewer viewer, PeopleQuery query, Conditions all) {
        switch (query.owner()) {
            case "" -> {}
            case "none" -> all.and("c.owner_id IS NULL");
            case "me" -> all.and("c.owner_id = :owner", "owner", viewer.member().value());
            default ->
                    all.and(
                            "c.owner_id = :owner",
                            "owner",
                            member(query.owner()).map(MemberId::value).orElse(new UUID(0, 0)));
        }
    }

    private static java.util.Optional<MemberId> member(String text) {
        try {
            return java.util.Optional.of(new MemberId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return java.util.Optional.empty();
        }
    }
}
