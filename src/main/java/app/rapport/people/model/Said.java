package app.rapport.people.model;

import app.rapport.people.AccountDraft;
import app.rapport.people.ContactDraft;
import app.rapport.people.PointDraft;
import app.rapport.people.PostalDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a row says of one contact or account, in one form for both.
 *
 * @param fields by column; cells that fit nowhere as {@code extra:Header}
 */
public record Said(
        Map<String, String> fields,
        List<PointDraft> points,
        List<String> tags,
        List<PostalDraft> postals,
        List<String> domains,
        Optional<ExternalId> id) {
    public static final String EXTRA = "extra:";

    public Said {
        points = List.copyOf(points);
        tags = List.copyOf(tags);
        postals = List.copyOf(postals);
        domains = List.copyOf(domains);
    }

    public static Said of(ContactDraft draft, Optional<ExternalId> id) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("display_name", draft.displayName());
        fields.put("given_name", draft.givenName());
        fields.put("middle_name", draft.middleName());
        fields.put("family_name", draft.familyName());
        fields.put("prefix", draft.prefix());
        fields.put("suffix", draft.suffix());
        fields.put("nickname", draft.nickname());
        fields.put("title", draft.title());
        fields.put("department", draft.department());
        fields.put("birthday", draft.birthday());
        fields.put("language", draft.language());
        fields.put("time_zone", draft.timeZone());
        fields.put("notes", draft.notes());
        fields.put("external_id", draft.externalId());
        draft.extra().forEach((header, cell) -> fields.put(EXTRA + header, cell));
        return new Said(fields, draft.points(), draft.tags(), draft.postals(), List.of(), id);
    }

    public static Said of(AccountDraft draft, Optional<ExternalId> id) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", draft.name());
        fields.put("website", draft.website());
        fields.put("industry", draft.industry());
        fields.put("size", draft.size());
        fields.put("notes", draft.notes());
        fields.put("external_id", draft.externalId());
        fields.put("proposed", "false");
        draft.extra().forEach((header, cell) -> fields.put(EXTRA + header, cell));
        List<String> domains = draft.domain().isEmpty() ? List.of() : List.of(draft.domain());
        return new Said(fields, draft.points(), draft.tags(), draft.postals(), domains, id);
    }

    /** A company of which only name, domain and id are told. */
    public static Said company(
            String name, String website, String domain, boolean proposed, Optional<ExternalId> id) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("website", website);
        fields.put("external_id", id.map(ExternalId::id).orElse(""));
        fields.put("proposed", String.valueOf(proposed));
        List<String> domains = domain.isEmpty() ? List.of() : List.of(domain);
        return new Said(fields, List.of(), List.of(), List.of(), domains, id);
    }

    /** One column and nothing else. */
    public static Said only(String field, String value) {
        return new Said(
                Map.of(field, value), List.of(), List.of(), List.of(), List.of(), Optional.empty());
    }

    /** As another import says it again: its values, and its lists as nothing new. */
    public Map<String, String> again() {
        Map<String, String> all = new LinkedHashMap<>();
        fields.forEach((field, value) -> {
            if (!value.isEmpty()) all.put("=" + field, value);
        });
        points.forEach(point -> all.put(key(point), ""));
        postals.forEach(postal -> all.put(key(postal), ""));
        tags.forEach(tag -> all.put(tagKey(tag), ""));
        domains.forEach(domain -> all.put("domain " + domain, ""));
        id.ifPresent(external -> all.put(external.key(), ""));
        return all;
    }

    /** With a value for one more column. */
    public Said and(String field, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new Said(more, points, tags, postals, domains, id);
    }

    public Said withPoints(List<PointDraft> others) {
        return new Said(fields, others, tags, postals, domains, id);
    }

    public static String key(PointDraft point) {
        return point.kind().name().toLowerCase(Locale.ROOT) + " " + point.key();
    }

    public static String key(PostalDraft postal) {
        return "postal "
                + postal.lines()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip();
    }

    public static String tagKey(String tag) {
        return "tag " + tag.toLowerCase(Locale.ROOT);
    }
}
