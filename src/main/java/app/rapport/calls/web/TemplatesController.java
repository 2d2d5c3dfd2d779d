package app.rapport.calls.web;

import app.rapport.access.Refused;
import app.rapport.calls.Plans;
import app.rapport.calls.TalkTemplates;
import app.rapport.calls.model.PlanText;
import app.rapport.calls.model.TalkTemplate;
import app.rapport.conversations.Channel;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.SettingsTab;
import app.rapport.ui.SettingsTabs;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What each kind of talk usually needs, as the workspace has it. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class TemplatesController {
    static final String HERE = "/settings/talks";

    private final TalkTemplates templates;
    private final SettingsTabs tabs;

    TemplatesController(TalkTemplates templates, SettingsTabs tabs) {
        this.templates = templates;
        this.tabs = tabs;
    }

    @Bean
    static SettingsTab talksTab() {
        return new SettingsTab("Talks", HERE, 35, Right.READ_RECORDS);
    }

    @GetMapping(HERE)
    TemplatesPage all(@RequestParam(defaultValue = "first") String kind, Viewer viewer) {
        if (kind.equals("new")) return page(viewer, blank(), true, Wrong.NOTHING);
        TalkTemplate open =
                templates.one(viewer, kind).orElseGet(() -> templates.all(viewer).getFirst());
        return page(viewer, open, false, Wrong.NOTHING);
    }

    private static TalkTemplate blank() {
        return new TalkTemplate(
                TalkTemplates.newKey(), "", Channel.CALL, 30, PlanText.NOTHING, false);
    }

    private TemplatesPage page(Viewer viewer, TalkTemplate open, boolean isNew, Wrong wrong) {
        List<TalkTemplate> all = templates.all(viewer);
        return new TemplatesPage(all, open, isNew, tabs.at(HERE), wrong);
    }

    @PostMapping(HERE + "/{key}")
    Object keep(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "call") String channel,
            @RequestParam(defaultValue = "30") String minutes,
            @RequestParam(defaultValue = "") String aim,
            @RequestParam(defaultValue = "") String questions,
            @RequestParam(defaultValue = "") String bring,
            Viewer viewer,
            HttpServletResponse response) {
        boolean isNew = templates.one(viewer, key).isEmpty();
        if (isNew && !TalkTemplates.isOwnKey(key)) throw Plans.missing();
        Channel how = channel.equals("meeting") ? Channel.MEETING : Channel.CALL;
        try {
            PlanText words = new PlanText(aim, questions, bring, "", "");
            templates.keep(
                    viewer,
                    new TalkTemplate(
                            key,
                            name.strip(),
                            how,
                            PlanForm.minutes(minutes).orElse(30),
                            words,
                            false));
        } catch (Refused e) {
            TalkTemplate standing =
                    templates.one(viewer, key).orElseGet(TemplatesController::blank);
            return page(viewer, standing, isNew, new Wrong(e.field(), e.getMessage()));
        }
        Notices.say(response, Notice.of("“" + name.strip() + "” is kept."));
        return "redirect:" + HERE + "?kind=" + key;
    }

    /** One that was shipped is again as it came. */
    @PostMapping(HERE + "/{key}/remove")
    String remove(@PathVariable String key, Viewer viewer, HttpServletResponse response) {
        if (!templates.remove(viewer, key)) throw Plans.missing();
        Notices.say(
                response,
                Notice.of(
                        templates.one(viewer, key).isPresent()
                                ? "It is again as it came."
                                : "This kind of talk is gone. Plans that were made of it stay."));
        return "redirect:" + HERE;
    }
}
