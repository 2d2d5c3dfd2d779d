package app.rapport.access.web;

import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.ui.NavEntry;
import app.rapport.ui.SettingsTab;
import app.rapport.ui.SettingsTabs;
import app.rapport.ui.Tab;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings' place in the side, and the tabs inside: ours and those of other rooms. */
@Configuration(proxyBeanMethods = false)
class SettingsNav implements NavEntry {
    private final ObjectProvider<SettingsTab> tabs;
    private final SettingsTabs all;

    SettingsNav(ObjectProvider<SettingsTab> tabs, SettingsTabs all) {
        this.tabs = tabs;
        this.all = all;
    }

    @Override
    public Optional<Item> item(Viewer viewer) {
        String[] homes = tabs.stream().map(SettingsTab::href).toArray(String[]::new);
        return Optional.of(Item.of("Settings", "/settings", "settings", "s", 90).alsoHomeOf(homes));
    }

    List<Tab> tabs(String current) {
        return all.at(current);
    }

    @Bean
    static SettingsTab profileTab() {
        return new SettingsTab("Profile", "/settings", 10);
    }

    @Bean
    static SettingsTab workspaceTab() {
        return new SettingsTab("Workspace", "/settings/workspace", 20);
    }

    @Bean
    static SettingsTab loginTab() {
        return new SettingsTab("Log-in", "/settings/login", 27, Right.CHANGE_WORKSPACE);
    }

    @Bean
    static SettingsTab membersTab() {
        return new SettingsTab("Members", "/settings/members", 25, Right.READ_RECORDS);
    }

    @Bean
    static SettingsTab auditTab() {
        return new SettingsTab("Audit log", "/settings/audit", 60, Right.READ_AUDIT);
    }

    @Bean
    static SettingsTab tokensTab() {
        return new SettingsTab("API tokens", "/settings/tokens", 40);
    }
}
