package app.rapport.conversations;

import app.rapport.conversations.model.ParsedMail;
import app.rapport.conversations.store.ErasedTouches;
import app.rapport.conversations.store.KeptOriginals;
import app.rapport.kernel.Redaction;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what could not become a touch, as it came, so that it can be mended and put in again. */
@Service
public class AsideOriginals {
    private final KeptOriginals kept;
    private final ErasedTouches erased;

    AsideOriginals(KeptOriginals kept, ErasedTouches erased) {
        this.kept = kept;
        this.erased = erased;
    }

    /** The digests by which to ask for them, in the same order. */
    @Transactional
    public List<byte[]> keep(Viewer viewer, List<byte[]> contents) {
        List<ParsedMail.Blob> blobs = contents.stream().map(ParsedMail.Blob::of).toList();
        kept.keep(viewer, blobs);
        return blobs.stream().map(ParsedMail.Blob::digest).toList();
    }

    /** How each original begins, in the same order; empty where it was not kept. */
    public List<byte[]> heads(Viewer viewer, List<byte[]> digests, int length) {
        Map<String, byte[]> heads = kept.heads(viewer, digests, length);
        return digests.stream()
                .map(digest -> heads.getOrDefault(KeptOriginals.hex(digest), new byte[0]))
                .toList();
    }

    /** Forgets what names somebody; the digests of what is gone. */
    @Transactional
    public List<byte[]> erase(Viewer viewer, Redaction words) {
        List<byte[]> gone = kept.remove(viewer, words);
        erased.sweep(viewer);
        return gone;
    }

    /** A kept original; the caller has asked already whether the viewer may see it. */
    public Optional<byte[]> read(Viewer viewer, byte[] digest) {
        return kept.read(viewer, digest);
    }
}
