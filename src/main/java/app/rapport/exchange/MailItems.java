package app.rapport.exchange;

import app.rapport.conversations.MailIntake;
import app.rapport.exchange.MailBatch.Arrival;
import app.rapport.exchange.files.FileItem;
import app.rapport.exchange.model.BatchResult;
import app.rapport.exchange.model.Source;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;

/** Messages of mail files on their way in. */
record MailItems(MailBatch taking) implements Intake<ReadAhead.Read<MailIntake.Mail>> {

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
        return taking.take(batch.stream().map(MailItems::arrival).toList());
    }

    private static Arrival arrival(ReadAhead.Read<MailIntake.Mail> read) {
        FileItem item = read.item();
        return new Arrival(
                item.source(), item.place(), item.content(), item.problem(), read.worked());
    }
}
