package app.rapport.access.web;

import app.rapport.access.LoginProviders.Firm;
import app.rapport.ui.Page;
import java.util.List;

/**
 * Which firm's log-in somebody wants.
 *
 * @param asked whether an address was given
 */
public record FirmPage(String to, String email, boolean asked, List<WayIn> ways) implements Page {

    static FirmPage asking(String to) {
        return new FirmPage(to, "", false, List.of());
    }

    static FirmPage answering(String to, String email, List<Firm> firms) {
        return new FirmPage(
                to, email, true, firms.stream().map(firm -> WayIn.to(firm, to)).toList());
    }
}
