package app.rapport.calls.web;

import app.rapport.access.Refused;
import app.rapport.calls.Briefings;
import app.rapport.calls.HardTalk;
import app.rapport.calls.HardTalks;
import app.rapport.calls.HardTalks.Typed;
import app.rapport.calls.Plans;
import app.rapport.calls.model.HardField;
import app.rapport.calls.model.HardWords;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.PersonCard;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Sheets for talks one would rather avoid: their writer's, and nobody else's. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class HardTalkController {
    private static final int EARLIER = 20;

    private final HardTalks talks;
    private final Briefings briefings;
    private final TalkViews views;
    private final Clock clock;

    HardTalkController(HardTalks talks, Briefings briefings, TalkViews views, Clock clock) {
        this.talks = talks;
        this.briefings = briefings;
        this.views = views;
        this.clock = clock;
    }

    /** The newest one with that person, else an empty one. */
    @GetMapping("/people/{id}/hard-talk")
    HardTalkPage begin(@PathVariable UUID id, Viewer viewer) {
        PersonCard person = views.person(viewer, new PersonId(id));
        HardTalk talk =
                talks.with(viewer, person.id(), 1).stream()
                        .findFirst()
                        .orElseGet(() -> talks.fresh(person.id()));
        return page(viewer, talk, Wrong.NOTHING);
    }

    /** An empty one, whatever there is already. */
    @GetMapping("/people/{id}/hard-talk/new")
    HardTalkPage another(@PathVariable UUID id, Viewer viewer) {
        PersonCard person = views.person(viewer, new PersonId(id));
        return page(viewer, talks.fresh(person.id()), Wrong.NOTHING);
    }

    @GetMapping("/hard-talks/{id}")
    HardTalkPage one(@PathVariable UUID id, Viewer viewer) {
        return page(viewer, existing(viewer, id), Wrong.NOTHING);
    }

    private HardTalk existing(Viewer viewer, UUID id) {
        return talks.one(viewer, id).orElseThrow(Plans::missing);
    }

    private HardTalkPage page(Viewer viewer, HardTalk talk, Wrong wrong) {
        List<HardTalk> others =
                talks.with(viewer, talk.person(), EARLIER).stream()
                        .filter(one -> !one.id().equals(talk.id()))
                        .toList();
        return new HardTalkPage(
                views.person(viewer, talk.person()),
                talk,
                viewer.member(),
                known(viewer, talk),
                others,
                wrong);
    }

    private BriefingView known(Viewer viewer, HardTalk talk) {
        return new BriefingView(briefings.with(viewer, talk.person(), clock.instant()));
    }

    @PostMapping("/hard-talks/{id}")
    Object save(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script,
            Viewer viewer,
            HttpServletResponse response) {
        HardWords words = words(sent, "");
        try {
            HardTalk kept =
                    talks.save(
                            viewer,
                            id,
                            Optional.ofNullable(person).map(PersonId::new),
                            new Typed(words(sent, "base-"), revision(sent), words));
            if (script != null) return new HardTalkKept(kept, words);
            Notices.say(response, Notice.of("The sheet is kept."));
            return "redirect:" + kept.path();
        } catch (Refused e) {
            return page(
                    viewer, typed(viewer, id, person, words), new Wrong(e.field(), e.getMessage()));
        }
    }

    /** What was typed stays, though it is not kept. */
    private HardTalk typed(Viewer viewer, UUID id, @Nullable UUID person, HardWords words) {
        HardTalk standing =
                talks.one(viewer, id)
                        .or(() ->
                                Optional.ofNullable(person)
                                        .map(whom -> talks.fresh(new PersonId(whom))))
                        .orElseThrow(Plans::missing);
        return new HardTalk(
                id,
                standing.person(),
                words,
                standing.revision(),
                standing.createdAt(),
                standing.savedAt());
    }

    private static HardWords words(Map<String, String> sent, String before) {
        Map<HardField, String> said = new EnumMap<>(HardField.class);
        for (HardField field : HardField.values())
            said.put(field, sent.getOrDefault(before + field.key(), ""));
        return new HardWords(said);
    }

    private static int revision(Map<String, String> sent) {
        String typed = sent.getOrDefault("revision", "");
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
    }

    @GetMapping("/hard-talks/{id}/print")
    PrintedHardTalkPage print(@PathVariable UUID id, Viewer viewer) {
        HardTalk talk = existing(viewer, id);
        return new PrintedHardTalkPage(
                views.person(viewer, talk.person()), talk, known(viewer, talk));
    }

    @PostMapping("/hard-talks/{id}/delete")
    String delete(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        HardTalk talk = existing(viewer, id);
        talks.delete(viewer, id, _ -> {});
        Notices.say(
                response,
                Notice.undoable("The sheet is deleted.", "/settings/bin/" + id + "/restore"));
        return "redirect:/people/" + talk.person();
    }
}
