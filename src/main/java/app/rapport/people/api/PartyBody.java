package app.rapport.people.api;

import static app.rapport.kernel.GivenWords.stripped;

import app.rapport.people.PointDraft;
import app.rapport.people.PointDraft.Kind;
import app.rapport.people.PostalDraft;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What contacts and accounts have in common in JSON. */
interface PartyBody {
    @Nullable List<String> addresses();

    @Nullable List<String> phones();

    @Nullable List<PointJson> points();

    @Nullable List<PostalJson> postalAddresses();

    @Nullable List<String> tags();

    @Nullable Ref owner();

    /** The company that somebody works at, or that a company belongs to. */
    @Nullable Ref company();

    @Nullable List<String> domainNames();

    /** Something by its id; the name is only shown, never read. */
    record Ref(UUID id, @Nullable String name) {}

    /** A way to reach somebody: {@code mail}, {@code phone}, {@code link} or {@code chat}. */
    record PointJson(String kind, @Nullable String label, String value) {
        static PointJson of(PointDraft point) {
            return new PointJson(word(point.kind()), point.label(), point.value());
        }

        static String word(Kind kind) {
            return kind.name().toLowerCase(Locale.ROOT);
        }
    }

    record PostalJson(
            @Nullable String label,
            @Nullable String street,
            @Nullable String city,
            @Nullable String region,
            @Nullable String postalCode,
            @Nullable String country,
            @Nullable String formatted) {
        static PostalJson of(PostalDraft postal) {
            return new PostalJson(
                    postal.label(),
                    postal.street(),
                    postal.city(),
                    postal.region(),
                    postal.postalCode(),
                    postal.country(),
                    postal.formatted());
        }

        PostalDraft draft() {
            return new PostalDraft(
                    stripped(label),
                    stripped(street),
                    stripped(city),
                    stripped(region),
                    stripped(postalCode),
                    stripped(country),
                    stripped(formatted));
        }
    }
}
