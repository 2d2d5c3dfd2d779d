package app.rapport.exchange;

import app.rapport.access.Us;
import app.rapport.conversations.AsideOriginals;
import app.rapport.conversations.MailIntake;
import app.rapport.conversations.MeetingIntake;
import app.rapport.exchange.model.FileForm;
import app.rapport.exchange.model.Progress;
import app.rapport.exchange.model.Source;
import app.rapport.exchange.store.Imports;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import app.rapport.people.ContactIntake;
import app.rapport.people.People;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which reader and which room takes each form of file. */
@Component
class Readings {
    private static final int MAIL_BATCH = 500;
    private static final int CONTACT_BATCH = 2_000;

    private final MailIntake mail;
    private final ContactIntake contacts;
    private final MeetingIntake meetings;
    private final ComingEvents coming;
    private final RowIntakes rows;
    private final People people;
    private final AsideOriginals originals;
    private final Imports imports;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Readings(
            MailIntake mail,
            ContactIntake contacts,
            MeetingIntake meetings,
            ComingEvents coming,
            RowIntakes rows,
            People people,
            AsideOriginals originals,
            Imports imports,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.mail = mail;
        this.contacts = contacts;
        this.meetings = meetings;
        this.coming = coming;
        this.rows = rows;
        this.people = people;
        this.originals = originals;
        this.imports = imports;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** In the files' order; neighbouring mail files are one reading, any other file is its own. */
    List<Reading<?>> of(
            Viewer viewer, Us us, ImportId id, List<Source> sources, Consumer<Progress> watcher) {
        List<Reading<?>> readings = new ArrayList<>();
        List<Source> letters = new ArrayList<>();
        for (Source source : sources) {
            if (source.form() == FileForm.MAIL) {
                letters.add(source);
                continue;
            }
            if (!letters.isEmpty())
                readings.add(ofMail(viewer, us, id, List.copyOf(letters), watcher));
            letters.clear();
            readings.add(ofContacts(viewer, us, id, source, watcher));
        }
        if (!letters.isEmpty()) readings.add(ofMail(viewer, us, id, letters, watcher));
        return readings;
    }

    private Reading<?> ofMail(
            Viewer viewer, Us us, ImportId id, List<Source> sources, Consumer<Progress> watcher) {
        MailItems items = new MailItems(new MailBatch(viewer, us, id, mail, originals));
        return new Reading<>(viewer, id, sources, items, MAIL_BATCH, imports, transaction, watcher);
    }

    private Reading<?> ofContacts(
            Viewer viewer, Us us, ImportId id, Source source, Consumer<Progress> watcher) {
        ContactItems items =
                new ContactItems(
                        viewer,
                        us,
                        id,
                        source,
                        contacts,
                        meetings,
                        coming,
                        rows,
                        people,
                        originals,
                        clock.instant());
        return new Reading<>(
                viewer, id, List.of(source), items, CONTACT_BATCH, imports, transaction, watcher);
    }
}
