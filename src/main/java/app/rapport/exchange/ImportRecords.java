package app.rapport.exchange;

import app.rapport.conversations.AsideOriginals;
import app.rapport.exchange.model.AsideItem;
import app.rapport.exchange.model.AsideKind;
import app.rapport.exchange.model.Progress;
import app.rapport.exchange.model.Report;
import app.rapport.exchange.model.Source;
import app.rapport.exchange.store.ImportFiles;
import app.rapport.exchange.store.ImportItems;
import app.rapport.exchange.store.Imports;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.PlaceInTime;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;

/** What is known of a member's imports: how far each is, and what became of what it brought. */
@Service
public class ImportRecords {
    private static final int PAGE = 200;
    private static final int HEAD = 2_000;
    private static final int MOST_SHOWN = 1 << 16;

    private static final int LISTED = 100;

    private final Imports imports;
    private final ImportFiles files;
    private final ImportItems items;
    private final AsideOriginals originals;

    ImportRecords(Imports imports, ImportFiles files, ImportItems items, AsideOriginals originals) {
        this.imports = imports;
        this.files = files;
        this.items = items;
        this.originals = originals;
    }

    public Optional<Progress> progress(Viewer viewer, ImportId id) {
        return imports.progress(viewer, id);
    }

    /** The member's imports, newest first; the last hundred. */
    public List<Progress> all(Viewer viewer) {
        return imports.page(viewer, PlaceInTime.START, LISTED);
    }

    /**
     * @throws app.rapport.kernel.Cursor.Foreign for a cursor that this list did not give
     */
    public Slice<Progress> page(Viewer viewer, String cursor, int most) {
        return Slice.of(
                imports.page(viewer, PlaceInTime.read(cursor), most + 1),
                most,
                last -> new PlaceInTime(last.createdAt(), last.id().value()).text());
    }

    public List<Source> files(Viewer viewer, ImportId id) {
        return files.all(viewer, id);
    }

    /** Files that hold nothing to import. */
    public List<String> skipped(Viewer viewer, ImportId id) {
        return imports.skipped(viewer, id);
    }

    public Report report(Viewer viewer, ImportId id) {
        return imports.report(viewer, id);
    }

    /** Notes that somebody has said here who is us. */
    public void usSaid(Viewer viewer, ImportId id) {
        imports.usSaid(viewer, id);
    }

    /** What was set aside, after that item. */
    public List<AsideItem> aside(Viewer viewer, ImportId id, long after, int limit) {
        return items.aside(viewer, id, after, limit);
    }

    /** What each of these items says, shortened, in the same order. */
    public List<String> says(Viewer viewer, List<AsideItem> aside) {
        List<byte[]> digests = aside.stream().map(one -> one.digest().orElse(new byte[0])).toList();
        List<byte[]> heads = originals.heads(viewer, digests, HEAD);
        return IntStream.range(0, aside.size())
                .mapToObj(i -> Gist.of(aside.get(i).kind(), heads.get(i)))
                .toList();
    }

    /** How many items of each kind were set aside. */
    public Map<AsideKind, Long> asideKinds(Viewer viewer, ImportId id) {
        return items.asideKinds(viewer, id);
    }

    /** One item that was set aside. */
    public Optional<AsideItem> asideItem(Viewer viewer, ImportId id, long item) {
        return aside(viewer, id, item - 1, 1).stream()
                .filter(one -> one.item() == item)
                .findFirst();
    }

    /**
     * The originals in the same order, each where it is text of no more than 64 kB; the download
     * has all.
     */
    public List<Optional<String>> originals(Viewer viewer, List<AsideItem> aside) {
        List<byte[]> digests = aside.stream().map(one -> one.digest().orElse(new byte[0])).toList();
        return originals.heads(viewer, digests, MOST_SHOWN + 1).stream()
                .map(ImportRecords::text)
                .toList();
    }

    private static Optional<String> text(byte[] original) {
        if (original.length == 0 || original.length > MOST_SHOWN) return Optional.empty();
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(original))
                            .toString();
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The tables of which rows were set aside. */
    List<String> asideTables(Viewer viewer, ImportId id) {
        return items.asideTables(viewer, id);
    }

    /**
     * All items of a kind in one file, to be mended and put in again.
     *
     * @param source only of that file
     */
    void write(
            Viewer viewer, ImportId id, AsideKind kind, Optional<String> source, OutputStream out)
            throws IOException {
        MendFile.of(kind, taker -> each(viewer, id, kind, source, taker)).write(out);
    }

    /** One item alone, in the same form. */
    public void write(Viewer viewer, AsideItem item, OutputStream out) throws IOException {
        MendFile.of(item.kind(), taker -> give(viewer, item, taker)).write(out);
    }

    private void each(
            Viewer viewer,
            ImportId id,
            AsideKind kind,
            Optional<String> source,
            MendFile.Taker taker)
            throws IOException {
        long after = -1;
        List<AsideItem> page;
        do {
            page = aside(viewer, id, after, PAGE);
            for (AsideItem item : page) {
                after = item.item();
                boolean wanted = source.isEmpty() || source.get().equals(item.what().source());
                if (wanted && item.kind() == kind) give(viewer, item, taker);
            }
        } while (page.size() == PAGE);
    }

    private void give(Viewer viewer, AsideItem item, MendFile.Taker taker) throws IOException {
        Optional<byte[]> original = item.digest().flatMap(digest -> originals.read(viewer, digest));
        if (original.isPresent()) taker.take(original.get());
    }
}
