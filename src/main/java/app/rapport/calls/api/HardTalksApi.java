package app.rapport.calls.api;

import app.rapport.access.Etags;
import app.rapport.access.Refused;
import app.rapport.calls.HardTalk;
import app.rapport.calls.HardTalks;
import app.rapport.calls.HardTalks.Typed;
import app.rapport.calls.Plans;
import app.rapport.calls.model.HardField;
import app.rapport.calls.model.HardWords;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Sheets for hard talks over the API: those of the token's member. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class HardTalksApi {
    private final HardTalks talks;
    private final Etags etags;

    HardTalksApi(HardTalks talks, Etags etags) {
        this.talks = talks;
        this.etags = etags;
    }

    /**
     * @param words by field: opportunity, tension, fear, harmed, stance, face, rescue, opening,
     *     rehearsal; all are there
     */
    record HardTalkJson(
            UUID id,
            UUID contact,
            Map<String, String> words,
            int revision,
            String createdAt,
            String savedAt) {
        static HardTalkJson of(HardTalk talk) {
            Map<String, String> words = new LinkedHashMap<>();
            for (HardField field : HardField.values())
                words.put(field.key(), talk.words().of(field));
            return new HardTalkJson(
                    talk.id(),
                    talk.person().value(),
                    words,
                    talk.revision(),
                    talk.createdAt().toString(),
                    talk.savedAt().toString());
        }
    }

    /**
     * @param next the cursor of the next page; null on the last
     */
    record HardTalkList(List<HardTalkJson> items, @Nullable String next) {}

    /** Newest first; with one contact where that is asked. */
    @GetMapping("/api/v1/hard-talks")
    HardTalkList list(
            @RequestParam(required = false) @Nullable UUID contact,
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = "50") int limit,
            Viewer viewer) {
        Optional<PersonId> person = Optional.ofNullable(contact).map(PersonId::new);
        try {
            Slice<HardTalk> page = talks.page(viewer, person, cursor, Math.clamp(limit, 1, 200));
            return new HardTalkList(
                    page.items().stream().map(HardTalkJson::of).toList(), page.next().orElse(null));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "The cursor is not one that this list gave", e);
        }
    }

    @GetMapping("/api/v1/hard-talks/{id}")
    ResponseEntity<HardTalkJson> one(@PathVariable UUID id, Viewer viewer) {
        return etags.tagged(HardTalkJson.of(existing(viewer, id)));
    }

    private HardTalk existing(Viewer viewer, UUID id) {
        return talks.one(viewer, id).orElseThrow(Plans::missing);
    }

    record NewHardTalk(@Nullable UUID contact, @Nullable Map<String, String> words) {}

    @PostMapping("/api/v1/hard-talks")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<HardTalkJson> create(@RequestBody NewHardTalk body, Viewer viewer) {
        if (body.contact() == null) throw new Refused("contact", "Say with whom");
        PersonId person = new PersonId(body.contact());
        HardTalk fresh = talks.fresh(person);
        HardTalkJson made =
                HardTalkJson.of(
                        talks.save(
                                viewer,
                                fresh.id(),
                                Optional.of(person),
                                new Typed(HardWords.NOTHING, 0, words(fresh, body.words()))));
        return ResponseEntity.status(HttpStatus.CREATED).eTag(etags.of(made)).body(made);
    }

    /** Fields that are not named stay. */
    private static HardWords words(HardTalk standing, @Nullable Map<String, String> said) {
        Map<HardField, String> words = new EnumMap<>(HardField.class);
        Map<String, String> named = said == null ? Map.of() : said;
        for (HardField field : HardField.values()) {
            String text = named.get(field.key());
            words.put(field, text == null ? standing.words().of(field) : text);
        }
        return new HardWords(words);
    }

    record HardTalkWords(@Nullable Map<String, String> words) {}

    /** Puts the fields that are named; an empty text empties one. */
    @PutMapping("/api/v1/hard-talks/{id}")
    ResponseEntity<HardTalkJson> change(
            @PathVariable UUID id,
            @RequestBody HardTalkWords body,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            Viewer viewer) {
        HardTalk standing = existing(viewer, id);
        etags.require(ifMatch, HardTalkJson.of(standing));
        HardTalk kept =
                talks.save(
                        viewer,
                        id,
                        Optional.empty(),
                        new Typed(
                                standing.words(),
                                standing.revision(),
                                words(standing, body.words())));
        return etags.tagged(HardTalkJson.of(kept));
    }

    @DeleteMapping("/api/v1/hard-talks/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            Viewer viewer) {
        talks.delete(viewer, id, now -> etags.require(ifMatch, HardTalkJson.of(now)));
    }
}
