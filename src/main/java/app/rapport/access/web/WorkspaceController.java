package app.rapport.access.web;

import app.rapport.access.House;
import app.rapport.access.Member;
import app.rapport.access.Refused;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The workspace's settings: name, own domains, working days. */
@Controller
@Needs(toRead = Right.READ_OWN, toChange = Right.CHANGE_WORKSPACE)
class WorkspaceController {
    private static final String HERE = "/settings/workspace";

    private final House house;
    private final SettingsNav nav;

    WorkspaceController(House house, SettingsNav nav) {
        this.house = house;
        this.nav = nav;
    }

    @GetMapping(HERE)
    Page workspace(Member member) {
        return page(member, Wrong.NOTHING);
    }

    private Page page(Member member, Wrong wrong) {
        Viewer viewer = member.viewer();
        return new WorkspacePage(
                member.workspaceName(),
                house.workingDays(viewer).week(),
                house.us(viewer).domains().stream().sorted().toList(),
                house.holidays(viewer),
                house.requiresSecondFactor(viewer),
                nav.tabs(HERE),
                wrong);
    }

    @PostMapping(HERE)
    @Nullable Page change(
            Member member,
            @RequestParam String name,
            @RequestParam(defaultValue = "") Set<DayOfWeek> days,
            HttpServletResponse response)
            throws IOException {
        try {
            house.changeWorkspace(member.viewer(), name, days);
        } catch (Refused e) {
            return page(member, new Wrong(e.field(), e.getMessage()));
        }
        return done(response, Notice.of("The workspace is saved."));
    }

    @PostMapping(HERE + "/second-factor")
    @Nullable Page requireSecondFactor(
            Member member,
            @RequestParam(defaultValue = "false") boolean required,
            HttpServletResponse response)
            throws IOException {
        house.requireSecondFactor(member.viewer(), required);
        return done(
                response,
                Notice.of(
                        required
                                ? "Everybody gives a code besides the password from now on."
                                : "The password alone lets people in."));
    }

    @PostMapping(HERE + "/domains")
    @Nullable Page addDomain(
            Member member, @RequestParam String domain, HttpServletResponse response)
            throws IOException {
        String name = domain.strip();
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}.-]*")) {
            return page(member, new Wrong("domain", "Give a domain, such as example.org"));
        }
        house.addDomains(member.viewer(), List.of(name));
        return done(response, Notice.of("Everyone at " + name + " is us."));
    }

    @PostMapping(HERE + "/domains/remove")
    @Nullable Page removeDomain(
            Member member, @RequestParam String domain, HttpServletResponse response)
            throws IOException {
        house.removeDomain(member.viewer(), domain);
        return done(
                response,
                Notice.undoable(
                        domain + " is no longer us.", HERE + "/domains?domain=" + encoded(domain)));
    }

    @PostMapping(HERE + "/holidays")
    @Nullable Page addHoliday(
            Member member,
            @RequestParam String day,
            @RequestParam(defaultValue = "") String title,
            HttpServletResponse response)
            throws IOException {
        LocalDate date;
        try {
            date = LocalDate.parse(day.strip());
        } catch (DateTimeParseException e) {
            return page(member, new Wrong("day", "Give a day, such as 2026-12-25"));
        }
        house.addHoliday(member.viewer(), date, title);
        return done(response, Notice.of("Nobody works on " + date + "."));
    }

    @PostMapping(HERE + "/holidays/remove")
    @Nullable Page removeHoliday(
            Member member,
            @RequestParam LocalDate day,
            @RequestParam(defaultValue = "") String title,
            HttpServletResponse response)
            throws IOException {
        house.removeHoliday(member.viewer(), day);
        return done(
                response,
                Notice.undoable(
                        day + " is a usual day again.",
                        HERE + "/holidays?day=" + day + "&title=" + encoded(title)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static @Nullable Page done(HttpServletResponse response, Notice notice)
            throws IOException {
        Notices.say(response, notice);
        response.sendRedirect(HERE);
        return null;
    }
}
