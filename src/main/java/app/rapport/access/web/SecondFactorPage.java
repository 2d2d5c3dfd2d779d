package app.rapport.access.web;

import app.rapport.access.SecondFactor.Enrolment;
import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import app.rapport.ui.Wrong;
import java.util.List;
import java.util.Optional;

/**
 * The second factor among the settings.
 *
 * @param byPassword whether who looks came in by password, to which it belongs
 * @param owed the workspace asks for one and there is none yet
 * @param enrolment begun and not finished
 * @param codes for the day the phone is lost, shown this once
 */
public record SecondFactorPage(
        boolean byPassword,
        boolean on,
        boolean owed,
        Optional<Enrolment> enrolment,
        Optional<Picture> picture,
        List<String> codes,
        List<Tab> tabs,
        Wrong wrong)
        implements Page {

    static SecondFactorPage ofThePassword(List<Tab> tabs) {
        return new SecondFactorPage(
                false,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                tabs,
                Wrong.NOTHING);
    }

    /**
     * What a phone scans, as one path of an SVG.
     *
     * @param size in modules, with the quiet zone
     */
    public record Picture(int size, String path) {}

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
