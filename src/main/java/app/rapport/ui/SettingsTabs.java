package app.rapport.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The tabs of all settings pages, ours and those of other rooms. */
@Component
public class SettingsTabs {
    private final ObjectProvider<SettingsTab> tabs;

    SettingsTabs(ObjectProvider<SettingsTab> tabs) {
        this.tabs = tabs;
    }

    /**
     * Those that whoever asks may see.
     *
     * @param current the address of the page that is shown
     */
    public List<Tab> at(String current) {
        Optional<Seat> seat = Seat.of(request());
        return tabs.stream()
                .filter(tab -> seat.filter(who -> who.may(tab.needs())).isPresent())
                .sorted(Comparator.comparingInt(SettingsTab::order))
                .map(tab -> new Tab(tab.title(), tab.href(), -1, tab.href().equals(current)))
                .toList();
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
                .getRequest();
    }
}
