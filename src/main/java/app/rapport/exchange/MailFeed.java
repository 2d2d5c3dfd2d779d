package app.rapport.exchange;

import app.rapport.access.House;
import app.rapport.conversations.AsideOriginals;
import app.rapport.conversations.MailArchive;
import app.rapport.conversations.MailIntake;
import app.rapport.exchange.MailBatch.Arrival;
import app.rapport.exchange.model.BatchResult;
import app.rapport.exchange.model.Progress;
import app.rapport.exchange.model.Report;
import app.rapport.exchange.store.Imports;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mail that comes in by itself, message by message: the same way through, the same records and the
 * same report as an import of files. Each source has one record for as long as it lives.
 */
@Service
public class MailFeed {
    private final Imports imports;
    private final FileImport fileImport;
    private final MailIntake intake;
    private final AsideOriginals originals;
    private final MailArchive archive;
    private final People people;
    private final House house;
    private final Clock clock;

    MailFeed(
            Imports imports,
            FileImport fileImport,
            MailIntake intake,
            AsideOriginals originals,
            MailArchive archive,
            People people,
            House house,
            Clock clock) {
        this.imports = imports;
        this.fileImport = fileImport;
        this.intake = intake;
        this.originals = originals;
        this.archive = archive;
        this.people = people;
        this.house = house;
        this.clock = clock;
    }

    /** A message that was read and waits to be stored. */
    public static final class Message {
        private final Arrival arrival;

        private Message(Arrival arrival) {
            this.arrival = arrival;
        }

        public int bytes() {
            return arrival.content().length;
        }

        /**
         * Begins to read a message, on another thread.
         *
         * @param source its folder, as the user knows it
         * @param where labels that it does not carry itself
         */
        public static Message of(
                String source, String position, byte[] content, List<String> where) {
            return new Message(
                    new Arrival(
                            source,
                            position,
                            content,
                            Optional.empty(),
                            CompletableFuture.supplyAsync(() -> MailIntake.read(content, where))));
        }

        /**
         * One that cannot be taken.
         *
         * @param content what there is of it
         * @param problem one sentence for the person whose mail it is
         */
        public static Message refused(
                String source, String position, byte[] content, String problem) {
            return new Message(
                    new Arrival(
                            source,
                            position,
                            content,
                            Optional.of(problem),
                            CompletableFuture.completedFuture(MailIntake.read(content))));
        }
    }

    /** Opens the record of a source. */
    @Transactional
    public ImportId begin(Viewer viewer, String title) {
        ImportId id = ImportId.next();
        imports.beginComing(viewer, id, title, clock.instant());
        return id;
    }

    /** Much is about to come: how fast it comes is measured from here. */
    @Transactional
    public void going(Viewer viewer, ImportId id) {
        imports.going(viewer, id, clock.instant());
    }

    /** Stores a batch and its counts, in the caller's transaction; a result for each. */
    @Transactional
    public BatchResult bring(Viewer viewer, ImportId id, List<Message> batch) {
        List<Arrival> arrivals = new ArrayList<>();
        for (Message message : batch) arrivals.add(message.arrival);
        MailBatch taking = new MailBatch(viewer, house.us(viewer), id, intake, originals);
        BatchResult result = taking.take(arrivals);
        imports.count(viewer, id, batch.stream().mapToLong(Message::bytes).sum(), result);
        return result;
    }

    /** Works out what follows from what was brought. */
    @Transactional
    public void conclude(Viewer viewer, ImportId id) {
        archive.conclude(viewer);
        people.refreshSearchOf(viewer, id);
    }

    public Optional<Progress> progress(Viewer viewer, ImportId id) {
        return imports.progress(viewer, id);
    }

    public Report report(Viewer viewer, ImportId id) {
        return imports.report(viewer, id);
    }

    /** The source is gone: what it brought is an import like any other, and can be undone. */
    @Transactional
    public void end(Viewer viewer, ImportId id) {
        imports.nothingComesAnyMore(viewer, id);
    }

    /** The source is gone, and what only it brought goes with it. */
    @Transactional
    public void takeBack(Viewer viewer, ImportId id) {
        imports.nothingComesAnyMore(viewer, id);
        fileImport.takeBack(viewer, id);
    }
}
