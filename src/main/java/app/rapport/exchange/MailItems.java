package app.rapport.exchange;

import app.rapport.access.Us;
import app.rapport.conversations.AsideOriginals;
import app.rapport.conversations.MailIntake;
import app.rapport.conversations.MailIntake.Outcome;
import app.rapport.exchange.files.FileItem;
import app.rapport.exchange.model.BatchResult;
import app.rapport.exchange.model.ItemResult;
import app.rapport.exchange.model.ItemResult.Became;
import app.rapport.exchange.model.Report;
import app.rapport.exchange.model.Source;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Messages of mail files on their way in. */
record MailItems(Viewer viewer, Us us, ImportId id, MailIntake intake, AsideOriginals originals)
        implements Intake<ReadAhead.Read<MailIntake.Mail>> {

    @Override
    public void each(
            List<Source> sources, BiConsumer<Source, ReadAhead.Read<MailIntake.Mail>> taker)
            throws IOException {
        new ReadAhead<>(sources, item -> MailIntake.read(item.content()))
                .each(read -> taker.accept(read.source(), read));
    }

    @Override
    public long bytes(ReadAhead.Read<MailIntake.Mail> read) {
        return read.item().content().length;
    }

    @Override
    public BatchResult take(List<ReadAhead.Read<MailIntake.Mail>> batch) {
        List<MailIntake.Mail> good =
                batch.stream()
                        .filter(read -> read.item().problem().isEmpty())
                        .map(read -> read.worked().join())
                        .toList();
        MailIntake.Taken taken = intake.take(viewer, us, id, good);
        List<ItemResult> results = new ArrayList<>();
        int next = 0;
        for (FileItem item : batch.stream().map(ReadAhead.Read::item).toList()) {
            Outcome outcome =
                    item.problem().isPresent()
                            ? new Outcome.SetAside(item.problem().get())
                            : taken.outcomes().get(next++);
            results.add(new ItemResult(item.source(), item.place(), became(item, outcome)));
        }
        return new BatchResult(
                results,
                new Report.Changes(taken.contactsCreated(), 0),
                new Report.Changes(taken.accountsCreated(), 0));
    }

    private Became became(FileItem item, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Stored(var touch) -> new Became.Stored(touch.value());
            case Outcome.AlreadyKnown(var touch) -> new Became.AlreadyKnown(touch.value());
            case Outcome.Erased(var person) -> new Became.AlreadyKnown(person.value());
            case Outcome.SetAside(String reason) ->
                    new Became.SetAside(
                            reason,
                            Optional.of(
                                    originals.keep(viewer, List.of(item.content())).getFirst()));
        };
    }
}
