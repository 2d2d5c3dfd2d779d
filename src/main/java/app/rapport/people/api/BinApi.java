package app.rapport.people.api;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
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
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The bin over the API. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class BinApi {
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

    record BinList(List<BinnedJson> items) {}

    @GetMapping("/api/v1/bin")
    BinList list(Viewer viewer) {
        return new BinList(bin.list(viewer).stream().map(BinnedJson::of).toList());
    }

    @PostMapping("/api/v1/bin/{id}/restore")
    BinnedJson restore(@PathVariable UUID id, Viewer viewer) {
        return bin.restore(viewer, id)
                .map(BinnedJson::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
