package app.rapport.exchange;

import app.rapport.conversations.MailIntake;
import app.rapport.exchange.contacts.CalendarFile;
import app.rapport.exchange.contacts.CardFile;
import app.rapport.exchange.contacts.ContactFile;
import app.rapport.exchange.contacts.Item;
import app.rapport.exchange.files.FileItem;
import app.rapport.exchange.files.MailFiles;
import app.rapport.exchange.model.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that an import finds in a file, read as an import reads it, and nothing stored.
 *
 * @param items what was given out, each as text
 * @param problems sentences about what could not be read
 * @param skipped files in it that hold nothing to import
 */
public record WholeReading(List<String> items, List<String> problems, List<String> skipped) {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    /**
     * @throws IOException when an import would be refused, or end with a sentence
     */
    public static WholeReading of(Path file) throws IOException {
        SourceFinder.Found found = SourceFinder.below(List.of(file), Optional.empty());
        WholeReading reading =
                new WholeReading(new ArrayList<>(), new ArrayList<>(), found.skipped());
        for (Source source : found.sources()) reading.read(source);
        return reading;
    }

    private void read(Source source) throws IOException {
        switch (source.form()) {
            case MAIL -> MailFiles.each(source.path(), source.name(), 0, this::mail);
            case TABLE -> table(source);
            case CARDS -> cards(source);
            case CALENDAR -> events(source);
            case OTHER -> throw new IllegalStateException("nothing to read in " + source.name());
        }
    }

    private boolean mail(FileItem item) {
        MailIntake.read(item.content());
        items.add(new String(item.content(), StandardCharsets.ISO_8859_1));
        item.problem().ifPresent(problems::add);
        return true;
    }

    private void table(Source source) throws IOException {
        try (SourceFile file = SourceFile.of(source);
                ContactFile table =
                        ContactFile.open(
                                file.path(), source.name(), SourceFinder.mapping(source))) {
            for (Optional<Item> item = table.next(); item.isPresent(); item = table.next())
                take(item.get());
        }
    }

    private void cards(Source source) throws IOException {
        try (SourceFile file = SourceFile.of(source);
                CardFile cards = CardFile.open(file.path())) {
            for (Optional<Item> item = cards.next(); item.isPresent(); item = cards.next())
                take(item.get());
        }
    }

    private void events(Source source) throws IOException {
        try (SourceFile file = SourceFile.of(source);
                CalendarFile events = CalendarFile.open(file.path(), NOW)) {
            for (Optional<Item> item = events.next(); item.isPresent(); item = events.next())
                take(item.get());
        }
    }

    private void take(Item item) {
        items.add(item.toString());
        if (item instanceof Item.SetAside aside) problems.add(aside.reason());
    }
}
