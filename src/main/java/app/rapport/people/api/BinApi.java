package app.rapport.people.api;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.people.Bin;
import app.rapport.people.Bin.Binned;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The bin over the API. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class BinApi {
    private static final int MOST = 500;

    private final Bin bin;

    BinApi(Bin bin) {
        this.bin = bin;
    }

    /**
     * @param kind contact, account or talk
     * @param deletedBy the member's id; null where it is not known
     * @param goes when it is gone for good
     */
    record BinnedJson(
            String kind,
            UUID id,
            String name,
            String deleted,
            @Nullable UUID deletedBy,
            String goes) {
        static BinnedJson of(Binned binned) {
            return new BinnedJson(
                    binned.kind().name().toLowerCase(Locale.ROOT),
                    binned.id(),
                    binned.name(),
                    binned.deleted().truncatedTo(ChronoUnit.SECONDS).toString(),
                    binned.by().map(MemberId::value).orElse(null),
                    binned.goes().truncatedTo(ChronoUnit.SECONDS).toString());
        }
    }

    /**
     * @param next the cursor of the next page; null on the last
     */
    record BinList(List<BinnedJson> items, @Nullable String next) {}

    /** Deleted last first. */
    @GetMapping("/api/v1/bin")
    BinList list(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "500") int limit,
            Viewer viewer) {
        Slice<Binned> page = bin.page(viewer, cursor, Math.clamp(limit, 1, MOST));
        return new BinList(
                page.items().stream().map(BinnedJson::of).toList(), page.next().orElse(null));
    }

    @PostMapping("/api/v1/bin/{id}/restore")
    BinnedJson restore(@PathVariable UUID id, Viewer viewer) {
        return bin.restore(viewer, id)
                .map(BinnedJson::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
