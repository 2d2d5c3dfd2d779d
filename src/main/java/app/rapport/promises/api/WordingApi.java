package app.rapport.promises.api;

import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.promises.Promises;
import app.rapport.promises.Wordings;
import app.rapport.promises.api.PromisesApi.PromiseJson;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The words of a promise or task, over the API. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class WordingApi {
    private final Promises promises;
    private final Wordings wordings;

    WordingApi(Promises promises, Wordings wordings) {
        this.promises = promises;
        this.wordings = wordings;
    }

    record PromiseWords(@Nullable String what) {}

    /** Mends the words of a promise or task; to whom and by when it is stays as it was. */
    @PutMapping("/api/v1/promises/{id}/words")
    PromiseJson say(@PathVariable UUID id, @RequestBody PromiseWords words, Viewer viewer) {
        if (promises.one(viewer, id).isEmpty()) throw PromisesApi.nothing();
        wordings.say(viewer, id, words.what() == null ? "" : words.what());
        return promises.one(viewer, id)
                .map(promise -> PromiseJson.of(promise, viewer))
                .orElseThrow(PromisesApi::nothing);
    }
}
