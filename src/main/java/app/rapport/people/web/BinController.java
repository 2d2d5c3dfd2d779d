package app.rapport.people.web;

import app.rapport.access.House;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.Bin;
import app.rapport.people.Bin.Binned;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.SettingsTab;
import app.rapport.ui.SettingsTabs;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** The bin as a page. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class BinController {
    private static final String HERE = "/settings/bin";

    private final Bin bin;
    private final House house;
    private final SettingsTabs tabs;

    BinController(Bin bin, House house, SettingsTabs tabs) {
        this.bin = bin;
        this.house = house;
        this.tabs = tabs;
    }

    @Bean
    static SettingsTab binTab() {
        return new SettingsTab("Bin", HERE, 50, Right.READ_RECORDS);
    }

    @GetMapping(HERE)
    BinPage list(Viewer viewer) {
        Map<MemberId, String> names = house.members(viewer);
        return new BinPage(
                bin.list(viewer).stream()
                        .map(binned ->
                                new BinPage.Line(
                                        binned,
                                        binned.by()
                                                .map(by -> names.getOrDefault(by, ""))
                                                .orElse("")))
                        .toList(),
                tabs.at(HERE));
    }

    @PostMapping(HERE + "/{id}/restore")
    void restore(Viewer viewer, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        Binned back =
                bin.restore(viewer, id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Notices.say(response, Notice.undoable(back.name() + " is back.", back.home() + "/delete"));
        response.sendRedirect(back.home());
    }
}
