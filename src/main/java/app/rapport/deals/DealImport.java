package app.rapport.deals;

import app.rapport.access.House;
import app.rapport.access.Us;
import app.rapport.deals.model.DealField;
import app.rapport.deals.model.DealReader;
import app.rapport.deals.model.DealRow;
import app.rapport.deals.store.ImportedDeals;
import app.rapport.deals.store.ImportedDeals.Birth;
import app.rapport.deals.store.ImportedDeals.Known;
import app.rapport.exchange.RowIntake;
import app.rapport.exchange.contacts.FileKind;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.AccountDraft;
import app.rapport.people.ContactIntake;
import app.rapport.people.People;
import app.rapport.people.Told;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes deals of exports in. The same row of the same program is the same deal: it changes what
 * nobody changed by hand since; a row that says nothing new changes nothing.
 */
@Service
class DealImport implements RowIntake {
    private final ImportedDeals deals;
    private final DealImportUndo undo;
    private final StagesOfRows stagesOfRows;
    private final ContactIntake companies;
    private final People people;
    private final House house;
    private final Clock clock;

    DealImport(
            ImportedDeals deals,
            DealImportUndo undo,
            StagesOfRows stagesOfRows,
            ContactIntake companies,
            People people,
            House house,
            Clock clock) {
        this.deals = deals;
        this.undo = undo;
        this.stagesOfRows = stagesOfRows;
        this.companies = companies;
        this.people = people;
        this.house = house;
        this.clock = clock;
    }

    @Override
    public FileKind kind() {
        return FileKind.DEALS;
    }

    /** What a batch needs to know, asked once. */
    private record Batch(
            ContactIntake.Origin origin,
            StagesOfRows.Resolved stages,
            Map<String, AccountId> companies,
            Map<String, PersonId> people,
            Map<String, MemberId> members,
            Map<String, Known> known,
            Map<String, Birth> births,
            Instant now) {}

    @Override
    @Transactional
    public Taken take(Viewer viewer, Us us, ContactIntake.Origin origin, List<Row> rows) {
        DealReader reader = new DealReader(rows.stream().map(Row::cells).toList());
        List<DealRow> read = rows.stream().map(row -> reader.read(row.cells())).toList();
        List<DealRow> good = read.stream().filter(row -> wrong(row).isEmpty()).toList();
        ContactIntake.Taken taken = companies(viewer, us, origin, good);
        Batch batch =
                new Batch(
                        origin,
                        stagesOfRows.resolve(viewer, origin.importId(), good),
                        named(viewer, origin, good, taken),
                        people.byAddress(
                                viewer,
                                good.stream().flatMap(row -> row.mails().stream()).toList()),
                        house.membersByWord(viewer),
                        deals.known(
                                viewer,
                                keys(origin, rows, read),
                                read.stream().flatMap(row -> own(row).stream()).toList()),
                        new LinkedHashMap<>(),
                        clock.instant());
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++)
            outcomes.add(take(viewer, batch, rows.get(i), read.get(i)));
        deals.add(viewer, origin.importId(), batch.births().values(), batch.now());
        return new Taken(outcomes, taken.accountsCreated(), taken.accountsUpdated());
    }

    private static Optional<String> wrong(DealRow row) {
        if (row.deleted())
            return Optional.of("It was deleted in the program that wrote it; leave the row out.");
        return row.name().isEmpty()
                ? Optional.of(
                        "No name, no product and no company: no deal to store. Fill in its name, or leave the row out.")
                : Optional.empty();
    }

    /** Each company once, found or made as from any file. */
    private ContactIntake.Taken companies(
            Viewer viewer, Us us, ContactIntake.Origin origin, List<DealRow> rows) {
        return companies.take(viewer, us, origin, drafts(rows), List.of());
    }

    private static List<Told<AccountDraft>> drafts(List<DealRow> rows) {
        Map<String, AccountDraft> drafts = new LinkedHashMap<>();
        for (DealRow row : rows)
            if (!called(row).isEmpty()) drafts.putIfAbsent(company(row), draft(row));
        return drafts.values().stream().map(Told::of).toList();
    }

    private static String called(DealRow row) {
        return row.account().isEmpty() ? row.domain() : row.account();
    }

    private static String company(DealRow row) {
        return row.accountId() + "\u001f" + row.domain() + "\u001f" + called(row);
    }

    private static AccountDraft draft(DealRow row) {
        return new AccountDraft(
                row.accountId(),
                called(row),
                row.domain(),
                "",
                List.of(),
                List.of(),
                "",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                Optional.empty(),
                Map.of(),
                "");
    }

    private Map<String, AccountId> named(
            Viewer viewer,
            ContactIntake.Origin origin,
            List<DealRow> rows,
            ContactIntake.Taken taken) {
        Map<String, AccountId> named = new HashMap<>();
        List<String> order =
                rows.stream()
                        .filter(row -> !called(row).isEmpty())
                        .map(DealImport::company)
                        .distinct()
                        .toList();
        for (int i = 0; i < order.size(); i++)
            named.put(order.get(i), new AccountId(taken.accounts().get(i).subject()));
        List<String> refs =
                rows.stream()
                        .map(row -> ContactIntake.companyRef(origin, row.accountId()))
                        .filter(ref -> !ref.isEmpty())
                        .distinct()
                        .toList();
        named.putAll(companies.companiesByRef(viewer, refs));
        return named;
    }

    /** By the program's id where it has one, else by all that the row says. */
    private static String key(ContactIntake.Origin origin, Row row, DealRow read) {
        String scope = origin.program().isEmpty() ? origin.layout() : origin.program();
        return read.id().isEmpty()
                ? "row "
                        + UUID.nameUUIDFromBytes(
                                row.cells().toString().getBytes(StandardCharsets.UTF_8))
                : "id " + scope + "|" + read.id();
    }

    private static List<String> keys(
            ContactIntake.Origin origin, List<Row> rows, List<DealRow> read) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) keys.add(key(origin, rows.get(i), read.get(i)));
        return keys;
    }

    /** A row of a file that was written here names the deal itself. */
    private static Optional<UUID> own(DealRow row) {
        return row.id().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(row.id()))
                : Optional.empty();
    }

    private Outcome take(Viewer viewer, Batch batch, Row row, DealRow read) {
        Optional<String> wrong = wrong(read);
        if (wrong.isPresent()) return new Outcome.SetAside(wrong.get());
        String key = key(batch.origin(), row, read);
        Birth twin = batch.births().get(key);
        if (twin != null) return new Outcome.AlreadyKnown(twin.id());
        Known own = batch.known().get(read.id());
        if (own != null) return new Outcome.AlreadyKnown(own.id());
        Map<DealField, String> texts = texts(batch, read);
        Known known = batch.known().get(key);
        if (known != null) return again(viewer, batch, known, texts);
        Birth birth = birth(batch, key, read, texts);
        batch.births().put(key, birth);
        return new Outcome.Stored(birth.id());
    }

    private static Birth birth(
            Batch batch, String key, DealRow read, Map<DealField, String> texts) {
        Map<String, String> extra = new LinkedHashMap<>(read.extra());
        if (!texts.containsKey(DealField.OWNER) && !read.owner().isEmpty())
            extra.put("Owner", read.owner());
        return new Birth(
                Uuid7.next(),
                key,
                texts,
                extra,
                texts.containsKey(DealField.ACCOUNT)
                        ? ""
                        : ContactIntake.companyRef(batch.origin(), read.accountId()),
                read.createdAt().filter(at -> at.isBefore(batch.now())).orElse(batch.now()),
                read.mails().stream()
                        .flatMap(mail -> Optional.ofNullable(batch.people().get(mail)).stream())
                        .distinct()
                        .toList());
    }

    private Map<DealField, String> texts(Batch batch, DealRow read) {
        Map<DealField, String> texts = new EnumMap<>(DealField.class);
        texts.putAll(read.texts());
        texts.put(DealField.STAGE, batch.stages().of(read).id().toString());
        Optional.ofNullable(batch.companies().get(company(read)))
                .or(() ->
                        Optional.ofNullable(
                                batch.companies()
                                        .get(
                                                ContactIntake.companyRef(
                                                        batch.origin(), read.accountId()))))
                .ifPresent(company -> texts.put(DealField.ACCOUNT, company.toString()));
        Optional.ofNullable(batch.members().get(read.owner().toLowerCase(Locale.ROOT)))
                .ifPresent(owner -> texts.put(DealField.OWNER, owner.toString()));
        return texts;
    }

    /** What the file says newly goes where stands what a file said last. */
    private Outcome again(Viewer viewer, Batch batch, Known known, Map<DealField, String> texts) {
        Map<DealField, String> news = new EnumMap<>(DealField.class);
        texts.forEach((field, text) -> {
            String stands = known.texts().getOrDefault(field, "");
            boolean untouched = stands.equals(known.said().getOrDefault(field, ""));
            if (untouched && !text.equals(stands)) news.put(field, text);
        });
        if (news.isEmpty()) return new Outcome.AlreadyKnown(known.id());
        Map<DealField, String> said = new EnumMap<>(DealField.class);
        said.putAll(known.said());
        said.putAll(texts);
        deals.change(viewer, batch.origin().importId(), known, news, said, batch.now());
        return new Outcome.Stored(known.id());
    }

    @Override
    @Transactional
    public void concluded(Viewer viewer, ImportId id) {
        List<String> awaited = deals.awaited(viewer);
        if (!awaited.isEmpty()) deals.arrived(viewer, companies.companiesByRef(viewer, awaited));
    }

    @Override
    @Transactional
    public void takenBack(Viewer viewer, ImportId id, Map<UUID, ImportId> others) {
        undo.of(viewer, id, others);
    }
}
