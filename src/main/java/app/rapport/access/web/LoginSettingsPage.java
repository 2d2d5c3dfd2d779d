package app.rapport.access.web;

import app.rapport.access.LoginProviders.Known;
import app.rapport.access.LoginProviders.Settings;
import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import app.rapport.ui.Wrong;
import java.util.List;
import java.util.Optional;

/**
 * The firm's own log-in among the settings.
 *
 * @param redirect what the provider has to be told
 * @param entrance where members begin
 */
public record LoginSettingsPage(
        Optional<Settings> settings,
        Typed typed,
        String redirect,
        String entrance,
        List<Known> known,
        List<Tab> tabs,
        Wrong wrong)
        implements Page {

    /** What stands in the form; a secret is never shown again. */
    public record Typed(String issuer, String clientId) {}

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
