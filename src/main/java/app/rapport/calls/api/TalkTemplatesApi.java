package app.rapport.calls.api;

import static app.rapport.kernel.GivenWords.orEmpty;

import app.rapport.calls.Plans;
import app.rapport.calls.TalkTemplates;
import app.rapport.calls.model.PlanText;
import app.rapport.calls.model.TalkTemplate;
import app.rapport.conversations.Channel;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What each kind of talk begins with in this workspace. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class TalkTemplatesApi {
    private static final String HERE = "/api/v1/plan-templates";

    private final TalkTemplates templates;

    TalkTemplatesApi(TalkTemplates templates) {
        this.templates = templates;
    }

    record TemplateJson(
            String key,
            String name,
            String channel,
            int minutes,
            String aim,
            List<String> questions,
            List<String> bring,
            boolean shipped) {
        static TemplateJson of(TalkTemplate one) {
            return new TemplateJson(
                    one.key(),
                    one.name(),
                    one.channel().word(),
                    one.minutes(),
                    one.words().aim(),
                    one.words().questionLines(),
                    one.words().bringLines(),
                    one.shipped());
        }
    }

    record TemplateList(List<TemplateJson> items) {}

    @GetMapping(HERE)
    TemplateList all(Viewer viewer) {
        return new TemplateList(templates.all(viewer).stream().map(TemplateJson::of).toList());
    }

    /**
     * @param channel call or meeting
     * @param minutes 30 where it is left out
     */
    record TemplateBody(
            @Nullable String name,
            @Nullable String channel,
            @Nullable Integer minutes,
            @Nullable String aim,
            @Nullable List<String> questions,
            @Nullable List<String> bring) {
        TalkTemplate read(String key) {
            return new TalkTemplate(
                    key,
                    orEmpty(name).strip(),
                    "meeting".equals(channel) ? Channel.MEETING : Channel.CALL,
                    Math.clamp(minutes == null ? 30 : minutes, 1, 1440),
                    new PlanText(orEmpty(aim), lines(questions), lines(bring), "", ""),
                    false);
        }

        private static String lines(@Nullable List<String> lines) {
            return lines == null ? "" : String.join("\n", lines);
        }
    }

    /** A kind of talk of the workspace's own. */
    @PostMapping(HERE)
    @ResponseStatus(HttpStatus.CREATED)
    TemplateJson add(@RequestBody TemplateBody body, Viewer viewer) {
        return kept(viewer, body.read(TalkTemplates.newKey()));
    }

    @PutMapping(HERE + "/{key}")
    TemplateJson change(@PathVariable String key, @RequestBody TemplateBody body, Viewer viewer) {
        if (templates.one(viewer, key).isEmpty()) throw Plans.missing();
        return kept(viewer, body.read(key));
    }

    private TemplateJson kept(Viewer viewer, TalkTemplate template) {
        templates.keep(viewer, template);
        return TemplateJson.of(template);
    }

    /** An own one goes; one that was shipped is again as it came. */
    @DeleteMapping(HERE + "/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String key, Viewer viewer) {
        if (!templates.remove(viewer, key)) throw Plans.missing();
    }
}
