package app.rapport.access.web;

import app.rapport.access.LoginProviders;
import app.rapport.access.LoginProviders.Firm;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A link of the login page that leads in without a password. */
public record WayIn(String label, String href) {

    static WayIn to(Firm firm, String wanted) {
        return new WayIn(
                "Log in with " + firm.name(),
                "/login/with/" + firm.workspace() + "?to=" + encoded(wanted));
    }

    /** What the login page offers; nothing where no workspace has a provider. */
    static Optional<WayIn> on(LoginProviders providers, String wanted) {
        if (!providers.any()) return Optional.empty();
        return providers
                .onlyFirm()
                .map(firm -> to(firm, wanted))
                .or(() ->
                        Optional.of(
                                new WayIn(
                                        "Log in through your firm",
                                        "/login/firm?to=" + encoded(wanted))));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
