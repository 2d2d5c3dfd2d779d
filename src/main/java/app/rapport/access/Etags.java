package app.rapport.access;

import app.rapport.kernel.Sha256;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tags of what the API shows (RFC 9110, 8.8.3), by which a caller changes only what it has read.
 * The tag is a digest of the answer itself, so it is another exactly when the answer is.
 */
@Component
public class Etags {
    private final JsonMapper json;

    Etags(JsonMapper json) {
        this.json = json;
    }

    public String of(Object shown) {
        byte[] digest = Sha256.of(json.writeValueAsBytes(shown));
        return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
    }

    /** The answer with its tag; Spring says 304 to who has it already. */
    public <T> ResponseEntity<T> tagged(T shown) {
        return ResponseEntity.ok().eTag(of(shown)).body(shown);
    }

    /**
     * Refuses with 412 when the caller names tags and what stands there has none of them.
     *
     * @param ifMatch the header {@link HttpHeaders#IF_MATCH}
     */
    public void require(Optional<String> ifMatch, Object standing) {
        if (ifMatch.isEmpty() || ifMatch.get().strip().equals("*")) return;
        String now = of(standing);
        for (String tag : ifMatch.get().split(",")) if (tag.strip().equals(now)) return;
        throw new ResponseStatusException(
                HttpStatus.PRECONDITION_FAILED,
                "This was changed since you read it. Read it again, then change it.");
    }
}
