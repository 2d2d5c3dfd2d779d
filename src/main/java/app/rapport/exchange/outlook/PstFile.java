package app.rapport.exchange.outlook;

import app.rapport.exchange.outlook.PstFolders.Place;
import app.rapport.exchange.outlook.StoredMail.Filed;
import com.pff.PSTAppointment;
import com.pff.PSTContact;
import com.pff.PSTException;
import com.pff.PSTFile;
import com.pff.PSTFolder;
import com.pff.PSTMessage;
import com.pff.PSTObject;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A data file of Outlook (.pst, .ost), item by item in the order of its folders; memory does not
 * grow with it. Contacts of its address books and meetings of its calendars come as files of their
 * own; everything else is a message, or is given back with why it is none.
 */
public final class PstFile implements Closeable {
    private final PSTFile file;
    private final PstFolders folders;

    private PstFile(PSTFile file) {
        this.file = file;
        this.folders = new PstFolders(file);
    }

    /** Takes each item in turn; {@code false} ends the reading. */
    public interface Taker {
        boolean take(OutlookItem item) throws IOException;
    }

    /** The file as a whole cannot be read. */
    public static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1;

        Unreadable(String why, Throwable cause) {
            super(why, cause);
        }
    }

    /** What a data file keeps beside its mail, as files that other readers know. */
    public enum Kept {
        CONTACTS("contacts.vcf", "IPF.Contact"),
        CALENDAR("calendar.ics", "IPF.Appointment");

        private final String name;
        private final String holds;

        Kept(String name, String holds) {
            this.name = name;
            this.holds = holds;
        }

        public String fileName() {
            return name;
        }

        boolean isIn(Place place) {
            return place.holds().startsWith(holds);
        }
    }

    public static PstFile open(Path path) throws IOException {
        try {
            return new PstFile(new PSTFile(path.toFile()));
        } catch (PSTException | RuntimeException e) {
            throw new Unreadable(reason(e), e);
        }
    }

    private static String reason(Exception e) {
        String why = OutlookWords.why(e);
        return why.contains("compressable")
                ? "it is encrypted; export it from Outlook without encryption"
                : why;
    }

    /** Which of these it has. */
    public List<Kept> kept() throws IOException {
        Set<Kept> found = new HashSet<>();
        folders.each(
                (place, folder) -> {
                    for (Kept kept : Kept.values())
                        if (kept.isIn(place)
                                && folder instanceof PSTFolder here
                                && here.getContentCount() > 0) found.add(kept);
                    return true;
                },
                (_, _) -> true);
        return found.stream().sorted().toList();
    }

    /** Its contacts or meetings as one file. */
    public void write(Kept kept, Path to) throws IOException {
        try (Writer out = Files.newBufferedWriter(to, StandardCharsets.UTF_8);
                PstEntries entries = PstEntries.of(kept, out)) {
            folders.items(
                    (place, item) -> {
                        if (kept.isIn(place) && belongs(kept, item)) entries.add(item);
                        return true;
                    },
                    (_, _) -> true); // what is damaged is told where the messages are read
        }
    }

    /** Series are not taken: of their rule only Outlook's own reading is sure. */
    private static boolean belongs(Kept kept, PSTObject item) {
        return switch (kept) {
            case CONTACTS -> item instanceof PSTContact;
            case CALENDAR ->
                    item instanceof PSTAppointment meeting
                            && kind(meeting) == ItemClass.MEETING
                            && meeting.getStartTime() != null
                            && !meeting.isRecurring();
        };
    }

    /**
     * Each message, and each item that is neither a message nor in {@link #write}.
     *
     * @param most bytes of one message that are taken
     */
    public void messages(int most, Taker taker) throws IOException {
        folders.items(
                (place, item) -> {
                    for (Kept kept : Kept.values())
                        if (kept.isIn(place) && belongs(kept, item)) return written(kept, item);
                    if (kind(item) == ItemClass.BOOKKEEPING) return true;
                    return taker.take(read(place, item, most));
                },
                (place, problem) ->
                        taker.take(
                                new OutlookItem(
                                        place.folder(),
                                        place.number(),
                                        new byte[0],
                                        Optional.of(problem))));
    }

    /** What cannot be written into its file is told here, or nobody would miss it. */
    private static boolean written(Kept kept, PSTObject item) throws PSTException {
        try (PstEntries entries = PstEntries.of(kept, Writer.nullWriter())) {
            entries.add(item);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that is cut off ends in the middle of an item; what takes it may fail as well. */
    private static OutlookItem read(Place place, PSTObject item, int most) throws PSTException {
        try {
            return message(place, item, most);
        } catch (IOException e) {
            throw new UncheckedIOException(OutlookWords.why(e), e);
        }
    }

    private static OutlookItem message(Place place, PSTObject item, int most)
            throws PSTException, IOException {
        if (!(item instanceof PSTMessage stored))
            return refused(place, "It is no message. Leave it out");
        boolean spam = place.folder().matches("(?i)(?:.*/)?(?:junk|spam)\\b[^/]*");
        Filed filed = new Filed(place.folder(), stored.isUnsent(), spam);
        Limited bytes = new Limited(most);
        try {
            InternetMail.write(PstMail.of(stored, filed), bytes);
        } catch (Limited.Full e) {
            return refused(place, OutlookWords.TOO_LONG);
        }
        return new OutlookItem(place.folder(), place.number(), bytes.bytes(), refusal(stored));
    }

    private static OutlookItem refused(Place place, String problem) {
        return new OutlookItem(place.folder(), place.number(), new byte[0], Optional.of(problem));
    }

    private static Optional<String> refusal(PSTMessage stored) {
        boolean series = stored instanceof PSTAppointment meeting && meeting.isRecurring();
        ItemClass kind = kind(stored);
        if (series && kind == ItemClass.MEETING)
            return Optional.of(
                    "It is a series of meetings, which only Outlook can lay out. Save the calendar from Outlook as iCalendar (.ics), then bring that");
        return kind.refusal();
    }

    private static ItemClass kind(PSTObject item) {
        return ItemClass.of(PstMail.said(item.getMessageClass()));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
