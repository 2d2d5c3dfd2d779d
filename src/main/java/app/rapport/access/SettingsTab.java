package app.rapport.access;

/**
 * Socket: a room's page among the settings. Draw its head with {@code
 * template.access.SettingsHead}, with the tabs from {@link SettingsTabs}.
 *
 * @param order smaller stands further left: Profile 10, Workspace 20, API tokens 40
 */
public record SettingsTab(String title, String href, int order) {}
