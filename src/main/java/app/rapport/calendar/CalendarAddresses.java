package app.rapport.calendar;

import app.rapport.access.Access;
import app.rapport.access.Audit;
import app.rapport.access.Refused;
import app.rapport.calendar.poll.CalendarFetch;
import app.rapport.calendar.poll.Fetched;
import app.rapport.calendar.poll.Fetched.Mark;
import app.rapport.calendar.store.AddressRows;
import app.rapport.calendar.store.AddressRows.Address;
import app.rapport.calendar.store.ComingRows;
import app.rapport.database.CurrentWorkspace;
import app.rapport.database.RecurringJob;
import app.rapport.database.Vault;
import app.rapport.exchange.MailFeed;
import app.rapport.exchange.contacts.CalendarFile;
import app.rapport.exchange.contacts.Item;
import app.rapport.exchange.contacts.MeetingDraft;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Members' calendars at an address, read each hour. What such a calendar does not hold any more is
 * not to come any more. The address itself is a secret: who has it reads the calendar.
 */
@Service
public class CalendarAddresses implements RecurringJob {
    private static final Logger LOG = LoggerFactory.getLogger(CalendarAddresses.class);
    private static final String PURPOSE = "calendar-address";

    private final AddressRows addresses;
    private final ComingRows rows;
    private final ComingIntake intake;
    private final MailFeed records;
    private final Vault vault;
    private final Access access;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final CalendarFetch fetch;

    CalendarAddresses(
            AddressRows addresses,
            ComingRows rows,
            ComingIntake intake,
            MailFeed records,
            Vault vault,
            Access access,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${rapport.calendar-private-networks:false}") boolean privateNetworks) {
        this.addresses = addresses;
        this.rows = rows;
        this.intake = intake;
        this.records = records;
        this.vault = vault;
        this.access = access;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.fetch = new CalendarFetch(CalendarFetch.Limits.usual(privateNetworks));
    }

    public List<Address> all(Viewer viewer) {
        return addresses.all(viewer);
    }

    /**
     * Reads the calendar at once, and keeps its address only when that went well.
     *
     * @throws Refused when there is no calendar to be read
     */
    public UUID add(Viewer viewer, String address) {
        Fetched fetched = fetch.fetch(address, Mark.NONE);
        if (fetched instanceof Fetched.Trouble(String sentence))
            throw new Refused("address", sentence);
        if (!(fetched instanceof Fetched.Changed(Path file, Mark mark)))
            throw new Refused(
                    "address",
                    "The calendar's server gives no calendar. Look at the address again.");
        List<MeetingDraft> events = read(file);
        UUID id = Uuid7.next();
        transaction.executeWithoutResult(_ -> {
            String host = URI.create(address.strip()).getHost();
            ImportId record = records.begin(viewer, "Calendar at " + host);
            Address one =
                    new Address(
                            id,
                            record,
                            host,
                            vault.seal(address.strip(), PURPOSE),
                            mark,
                            Optional.empty(),
                            Optional.empty());
            addresses.add(viewer, one, clock.instant());
            store(viewer, one, mark, events);
            audit.record(viewer, "calendar.connected", id);
        });
        return id;
    }

    public Optional<Address> one(Viewer viewer, UUID id) {
        return addresses.one(viewer, id);
    }

    /** Its meetings that are still to come go with it. */
    public void remove(Viewer viewer, UUID id) {
        transaction.executeWithoutResult(_ ->
                addresses
                        .one(viewer, id)
                        .ifPresent(one -> {
                            rows.stale(viewer, one.record(), clock.instant().plusSeconds(1));
                            addresses.remove(viewer, id);
                            records.end(viewer, one.record());
                            audit.record(viewer, "calendar.disconnected", id);
                        }));
    }

    @Override
    public String name() {
        return "calendar-addresses";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        for (AddressRows.Whose whose : addresses.everybodys())
            CurrentWorkspace.run(
                    whose.workspace(),
                    () ->
                            access.member(whose.workspace(), whose.member())
                                    .ifPresent(
                                            member -> refresh(member.viewer(), whose.address())));
    }

    /** One calendar's trouble keeps no other from being read. */
    void refresh(Viewer viewer, UUID id) {
        try {
            addresses.one(viewer, id).ifPresent(one -> refresh(viewer, one));
        } catch (RuntimeException e) {
            LOG.warn("calendar {} cannot be read", id, e);
        }
    }

    private void refresh(Viewer viewer, Address one) {
        Optional<String> address = vault.open(one.sealed(), PURPOSE);
        if (address.isEmpty()) {
            addresses.troubled(
                    viewer,
                    one.id(),
                    "The address cannot be unsealed: the key in the data folder is another. Remove it and type it in again.");
            return;
        }
        switch (fetch.fetch(address.get(), one.mark())) {
            case Fetched.Trouble(String sentence) -> addresses.troubled(viewer, one.id(), sentence);
            case Fetched.Unchanged _ ->
                    addresses.read(viewer, one.id(), one.mark(), clock.instant());
            case Fetched.Changed(Path file, Mark mark) -> {
                List<MeetingDraft> events = read(file);
                transaction.executeWithoutResult(_ -> store(viewer, one, mark, events));
            }
        }
    }

    private void store(Viewer viewer, Address one, Mark mark, List<MeetingDraft> events) {
        Instant before = clock.instant();
        intake.came(viewer, one.record(), events);
        rows.stale(viewer, one.record(), before);
        addresses.read(viewer, one.id(), mark, clock.instant());
    }

    private List<MeetingDraft> read(Path file) {
        List<MeetingDraft> events = new ArrayList<>();
        try (CalendarFile calendar = CalendarFile.open(file, clock.instant())) {
            for (Optional<Item> item = calendar.next(); item.isPresent(); item = calendar.next())
                if (item.get() instanceof Item.Meeting(_, MeetingDraft draft)) events.add(draft);
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} cannot be deleted", file, e);
        }
    }
}
