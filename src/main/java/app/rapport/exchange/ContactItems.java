package app.rapport.exchange;

import app.rapport.access.Us;
import app.rapport.conversations.AsideOriginals;
import app.rapport.conversations.MeetingIntake;
import app.rapport.exchange.contacts.CalendarFile;
import app.rapport.exchange.contacts.CardFile;
import app.rapport.exchange.contacts.ContactFile;
import app.rapport.exchange.contacts.Item;
import app.rapport.exchange.model.BatchResult;
import app.rapport.exchange.model.Damaged;
import app.rapport.exchange.model.ItemResult;
import app.rapport.exchange.model.ItemResult.Became;
import app.rapport.exchange.model.Report;
import app.rapport.exchange.model.Source;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Sha256;
import app.rapport.kernel.Viewer;
import app.rapport.people.ContactIntake;
import app.rapport.people.People;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Rows, cards and events on their way in. */
final class ContactItems implements Intake<Item> {
    private static final long ROW_BYTES = 150;

    private final Viewer viewer;
    private final Us us;
    private final ImportId id;
    private final Source source;
    private final ContactIntake contacts;
    private final MeetingIntake meetings;
    private final ComingEvents coming;
    private final RowIntakes rows;
    private final People people;
    private final AsideOriginals originals;
    private final Instant now;
    private ContactIntake.Origin origin;

    ContactItems(
            Viewer viewer,
            Us us,
            ImportId id,
            Source source,
            ContactIntake contacts,
            MeetingIntake meetings,
            ComingEvents coming,
            RowIntakes rows,
            People people,
            AsideOriginals originals,
            Instant now) {
        this.viewer = viewer;
        this.us = us;
        this.id = id;
        this.source = source;
        this.contacts = contacts;
        this.meetings = meetings;
        this.coming = coming;
        this.rows = rows;
        this.people = people;
        this.originals = originals;
        this.now = now;
        this.origin = new ContactIntake.Origin(id, "", source.form().word());
    }

    /** One file only: the rows of a batch are of one program's layout. */
    @Override
    public void each(List<Source> sources, BiConsumer<Source, Item> taker) throws IOException {
        new Ahead<Item>(this::read).each(item -> taker.accept(source, item));
    }

    /** One that is damaged does not keep those behind it from being read. */
    private void read(Consumer<Item> taker) throws IOException {
        try {
            items(taker);
        } catch (Damaged e) {
            taker.accept(aside(String.valueOf(e.getMessage())));
        } catch (ZipException | EOFException e) {
            taker.accept(aside("The archive is damaged or cut short here. Bring a whole copy"));
        }
    }

    private static Item aside(String reason) {
        return new Item.SetAside("the file", reason, "");
    }

    private void items(Consumer<Item> taker) throws IOException {
        try (SourceFile file = SourceFile.of(source)) {
            switch (source.form()) {
                case TABLE -> table(file.path(), taker);
                case CARDS -> cards(file.path(), taker);
                case CALENDAR -> events(file.path(), taker);
                case MAIL, OTHER ->
                        throw new IllegalStateException("no contacts in " + source.name());
            }
        }
    }

    private void table(Path file, Consumer<Item> taker) throws IOException {
        try (ContactFile table =
                ContactFile.open(file, source.name(), SourceFinder.mapping(source))) {
            origin = new ContactIntake.Origin(id, table.program(), table.fingerprint());
            for (Optional<Item> item = table.next(); item.isPresent(); item = table.next())
                taker.accept(item.get());
        }
    }

    private static void cards(Path file, Consumer<Item> taker) throws IOException {
        try (CardFile cards = CardFile.open(file)) {
            for (Optional<Item> item = cards.next(); item.isPresent(); item = cards.next())
                taker.accept(item.get());
        }
    }

    private void events(Path file, Consumer<Item> taker) throws IOException {
        try (CalendarFile events = CalendarFile.open(file, now)) {
            for (Optional<Item> item = events.next(); item.isPresent(); item = events.next())
                taker.accept(item.get());
        }
    }

    @Override
    public long bytes(Item item) {
        return item instanceof Item.SetAside aside ? aside.raw().length() : ROW_BYTES;
    }

    @Override
    public BatchResult take(List<Item> batch) {
        ContactIntake.Taken taken =
                contacts.take(
                        viewer,
                        us,
                        origin,
                        only(batch, Item.Account.class).stream().map(Item.Account::told).toList(),
                        only(batch, Item.Contact.class).stream().map(Item.Contact::told).toList());
        List<EventItem> events =
                only(batch, Item.Meeting.class).stream()
                        .map(meeting -> new EventItem(meeting.draft(), us, now))
                        .toList();
        MeetingIntake.Taken met =
                meetings.take(viewer, us, id, events.stream().map(EventItem::held).toList());
        coming.came(viewer, id, events.stream().map(EventItem::draft).toList());
        Map<String, PersonId> erased =
                people.erasedIn(
                        viewer,
                        only(batch, Item.Kept.class).stream().map(Item.Kept::record).toList());
        Given given = given(batch, erased);
        Fates fates = new Fates(batch, taken, events, met, given, erased);
        return new BatchResult(
                batch.stream()
                        .map(item -> new ItemResult(source.name(), item.position(), fates.of(item)))
                        .toList(),
                new Report.Changes(
                        taken.contactsCreated() + met.contactsCreated(), taken.contactsUpdated()),
                new Report.Changes(
                        taken.accountsCreated() + met.accountsCreated() + given.accountsCreated(),
                        taken.accountsUpdated() + given.accountsUpdated()));
    }

    /** What became of each item of a batch, asked for in the batch's order. */
    private final class Fates {
        private final Deque<ContactIntake.Outcome> accounts;
        private final Deque<ContactIntake.Outcome> contacts;
        private final Deque<EventItem> events;
        private final Deque<MeetingIntake.Outcome> touched;
        private final Deque<byte[]> raws;
        private final Given given;
        private final Map<String, PersonId> erased;

        Fates(
                List<Item> batch,
                ContactIntake.Taken taken,
                List<EventItem> events,
                MeetingIntake.Taken met,
                Given given,
                Map<String, PersonId> erased) {
            this.accounts = new ArrayDeque<>(taken.accounts());
            this.contacts = new ArrayDeque<>(taken.contacts());
            this.events = new ArrayDeque<>(events);
            this.touched = new ArrayDeque<>(met.outcomes());
            this.raws =
                    new ArrayDeque<>(
                            keep(
                                    only(batch, Item.SetAside.class).stream()
                                            .map(Item.SetAside::raw)
                                            .toList()));
            this.given = given;
            this.erased = erased;
        }

        Became of(Item item) {
            return switch (item) {
                case Item.Account _ -> became(accounts.remove());
                case Item.Contact _ -> became(contacts.remove());
                case Item.Meeting _ -> events.remove().became(touched.remove());
                case Item.Kept kept ->
                        given.became().getOrDefault(kept, kept(kept, erased.get(kept.record())));
                case Item.SetAside aside ->
                        new Became.SetAside(aside.reason(), Optional.of(raws.remove()));
            };
        }
    }

    /** What became of the rows that another room took. */
    private record Given(Map<Item, Became> became, int accountsCreated, int accountsUpdated) {}

    private Given given(List<Item> batch, Map<String, PersonId> erased) {
        Map<RowIntake, List<Item.Kept>> byRoom = new LinkedHashMap<>();
        for (Item.Kept kept : only(batch, Item.Kept.class))
            if (!erased.containsKey(kept.record()))
                rows.of(kept)
                        .ifPresent(room ->
                                byRoom.computeIfAbsent(room, _ -> new ArrayList<>()).add(kept));
        Map<Item, Became> became = new HashMap<>();
        int created = 0;
        int updated = 0;
        for (Map.Entry<RowIntake, List<Item.Kept>> one : byRoom.entrySet()) {
            List<RowIntake.Row> told = one.getValue().stream().map(RowIntakes::row).toList();
            RowIntake.Taken taken = one.getKey().take(viewer, us, origin, told);
            for (int i = 0; i < told.size(); i++)
                became.put(
                        one.getValue().get(i),
                        became(one.getValue().get(i), taken.outcomes().get(i)));
            created += taken.accountsCreated();
            updated += taken.accountsUpdated();
        }
        return new Given(became, created, updated);
    }

    private Became became(Item.Kept kept, RowIntake.Outcome outcome) {
        return switch (outcome) {
            case RowIntake.Outcome.Stored(UUID subject) -> new Became.Stored(subject);
            case RowIntake.Outcome.AlreadyKnown(UUID subject) -> new Became.AlreadyKnown(subject);
            case RowIntake.Outcome.SetAside(String reason) ->
                    new Became.SetAside(
                            reason, Optional.of(keep(List.of(kept.record())).getFirst()));
        };
    }

    private static <T extends Item> List<T> only(List<Item> batch, Class<T> kind) {
        return batch.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static Became became(ContactIntake.Outcome outcome) {
        return outcome.isNew()
                ? new Became.Stored(outcome.subject())
                : new Became.AlreadyKnown(outcome.subject());
    }

    private List<byte[]> keep(List<String> asides) {
        return asides.isEmpty()
                ? List.of()
                : originals.keep(
                        viewer,
                        asides.stream().map(raw -> raw.getBytes(StandardCharsets.UTF_8)).toList());
    }

    /** A note or a deal of somebody who was erased does not come back. */
    private static Became kept(Item.Kept kept, @Nullable PersonId erased) {
        return erased == null
                ? kept(kept.kind(), kept.record(), false)
                : new Became.AlreadyKnown(erased.value());
    }

    static Became.Kept kept(String kind, String record, boolean touched) {
        return new Became.Kept(kind, record, Sha256.of(kind + " " + record), touched);
    }
}
