package app.rapport.calendar.web;

import app.rapport.access.BaseAddress;
import app.rapport.access.Refused;
import app.rapport.calendar.CalendarAddresses;
import app.rapport.calendar.CalendarFeed;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.SettingsTabs;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where one's calendar comes from, and the address at which others show it. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class CalendarSettingsController {
    static final String HERE = "/settings/calendar";

    private final CalendarAddresses addresses;
    private final CalendarFeed feed;
    private final BaseAddress base;
    private final SettingsTabs tabs;

    CalendarSettingsController(
            CalendarAddresses addresses, CalendarFeed feed, BaseAddress base, SettingsTabs tabs) {
        this.addresses = addresses;
        this.feed = feed;
        this.base = base;
        this.tabs = tabs;
    }

    @GetMapping(HERE)
    CalendarSettingsPage all(Viewer viewer) {
        return page(viewer, "", Wrong.NOTHING);
    }

    @Needs(toChange = Right.CONNECT)
    @PostMapping(HERE + "/addresses")
    Object add(Viewer viewer, @RequestParam String address, HttpServletResponse response) {
        try {
            addresses.add(viewer, address);
        } catch (Refused e) {
            return page(viewer, "", new Wrong(e.field(), String.valueOf(e.getMessage())));
        }
        Notices.say(response, Notice.of("The calendar is read. From now on it is read each hour."));
        return "redirect:" + HERE;
    }

    @PostMapping(HERE + "/addresses/{id}/remove")
    String remove(Viewer viewer, @PathVariable UUID id, HttpServletResponse response) {
        addresses.remove(viewer, id);
        Notices.say(
                response,
                Notice.of("The calendar is read no more, and what it had still to come is gone."));
        return "redirect:" + HERE;
    }

    /** The secret stands on this one page, and nowhere else. */
    @PostMapping(HERE + "/feed")
    CalendarSettingsPage make(Viewer viewer) {
        return page(viewer, base.of("/calendar/feed/" + feed.make(viewer) + ".ics"), Wrong.NOTHING);
    }

    @PostMapping(HERE + "/feed/revoke")
    String revoke(Viewer viewer, HttpServletResponse response) {
        feed.revoke(viewer);
        Notices.say(response, Notice.of("The address is revoked. It opens nothing any more."));
        return "redirect:" + HERE;
    }

    private CalendarSettingsPage page(Viewer viewer, String made, Wrong wrong) {
        return new CalendarSettingsPage(
                addresses.all(viewer).stream()
                        .map(one ->
                                new CalendarSettingsPage.Line(
                                        one.id(), one.host(), one.trouble(), one.readAt()))
                        .toList(),
                feed.madeAt(viewer),
                made,
                wrong,
                tabs.at(HERE));
    }
}
