package app.rapport.access;

import app.rapport.kernel.Slice;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A page of a list that answers as a bare array: where the list goes on stands in the header {@code
 * Link} (RFC 8288), since whoever reads the array today is to read it tomorrow.
 */
public final class NextPage {
    private NextPage() {}

    public static <T> ResponseEntity<List<T>> linked(Slice<T> page) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        page.next().ifPresent(cursor -> answer.header(HttpHeaders.LINK, link(cursor)));
        return answer.body(page.items());
    }

    private static String link(String cursor) {
        String next =
                ServletUriComponentsBuilder.fromCurrentRequest()
                        .scheme(null)
                        .host(null)
                        .replaceQueryParam("cursor", cursor)
                        .build()
                        .toUriString();
        return "<" + next + ">; rel=\"next\"";
    }
}
