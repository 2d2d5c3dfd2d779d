package app.rapport.ui;

import app.rapport.kernel.Right;

/**
 * Socket: a room's page among the settings. Draw its head with {@code template.ui.SettingsHead},
 * with the tabs from {@link SettingsTabs}.
 *
 * @param order smaller stands further left: Profile 10, Workspace 20, API tokens 40
 * @param needs who lacks it does not see the tab
 */
public record SettingsTab(String title, String href, int order, Right needs) {
    public SettingsTab(String title, String href, int order) {
        this(title, href, order, Right.READ_OWN);
    }
}
