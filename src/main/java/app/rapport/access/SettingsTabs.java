package app.rapport.access;

import app.rapport.ui.Tab;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The tabs of all settings pages, ours and those of other rooms. */
@Component
public class SettingsTabs {
    private final ObjectProvider<SettingsTab> tabs;

    SettingsTabs(ObjectProvider<SettingsTab> tabs) {
        this.tabs = tabs;
    }

    /**
     * @param current the address of the page that is shown
     */
    public List<Tab> at(String current) {
        return tabs.stream()
                .sorted(Comparator.comparingInt(SettingsTab::order))
                .map(tab -> new Tab(tab.title(), tab.href(), -1, tab.href().equals(current)))
                .toList();
    }
}
