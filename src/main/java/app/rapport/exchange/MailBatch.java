package app.rapport.exchange;

import app.rapport.access.Us;
import app.rapport.conversations.AsideOriginals;
import app.rapport.conversations.MailIntake;
import app.rapport.conversations.MailIntake.Outcome;
import app.rapport.exchange.model.BatchResult;
import app.rapport.exchange.model.ItemResult;
import app.rapport.exchange.model.ItemResult.Became;
import app.rapport.exchange.model.Report;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Takes messages in, wherever they come from: what cannot be taken is kept and set aside. */
record MailBatch(Viewer viewer, Us us, ImportId id, MailIntake intake, AsideOriginals originals) {

    /**
     * A message on its way in.
     *
     * @param source file or folder, as the user knows it
     * @param problem why it cannot be taken; empty for nearly all
     * @param mail is read by the time it is asked for, or soon after
     */
    record Arrival(
            String source,
            String position,
            byte[] content,
            Optional<String> problem,
            CompletableFuture<MailIntake.Mail> mail) {}

    /** Stores them in the caller's transaction; a result for each, in their order. */
    BatchResult take(List<Arrival> batch) {
        List<MailIntake.Mail> good =
                batch.stream()
                        .filter(one -> one.problem().isEmpty())
                        .map(one -> one.mail().join())
                        .toList();
        MailIntake.Taken taken = intake.take(viewer, us, id, good);
        List<ItemResult> results = new ArrayList<>();
        int next = 0;
        for (Arrival one : batch) {
            Outcome outcome =
                    one.problem().isPresent()
                            ? new Outcome.SetAside(one.problem().get())
                            : taken.outcomes().get(next++);
            results.add(new ItemResult(one.source(), one.position(), became(one, outcome)));
        }
        return new BatchResult(
                results,
                new Report.Changes(taken.contactsCreated(), 0),
                new Report.Changes(taken.accountsCreated(), 0));
    }

    private Became became(Arrival one, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Stored(var touch) -> new Became.Stored(touch.value());
            case Outcome.AlreadyKnown(var touch) -> new Became.AlreadyKnown(touch.value());
            case Outcome.Erased(var person) -> new Became.AlreadyKnown(person.value());
            case Outcome.SetAside(String reason) ->
                    new Became.SetAside(
                            reason,
                            Optional.of(originals.keep(viewer, List.of(one.content())).getFirst()));
        };
    }
}
