package app.rapport.ui;

import app.rapport.kernel.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * Style sheets, scripts, fonts and icons. Their path carries a hash over all of them, so a browser
 * may keep them for good and relative addresses inside style sheets go on working.
 */
public final class Assets {
    static final String FOLDER = "app/rapport/ui/assets/";
    static final String HTMX = "META-INF/resources/webjars/htmx.org/2.0.10/dist/";

    /** Drawings; on the pages that draw only, as it weighs more than all the rest. */
    static final String ECHARTS = "META-INF/resources/_static/echarts/6.0.0/dist/";

    /** Fonts never change under their name, so they are not read for the hash. */
    static final List<String> CHANGING =
            List.of(
                    FOLDER + "rapport.css",
                    FOLDER + "tabler-used.css",
                    FOLDER + "fonts.css",
                    FOLDER + "rapport.js",
                    FOLDER + "kept.js",
                    FOLDER + "talk.js",
                    FOLDER + "sheet.js",
                    FOLDER + "plan.js",
                    FOLDER + "table.js",
                    FOLDER + "theme.js",
                    FOLDER + "icons.svg",
                    HTMX + "htmx.min.js");

    static final String ROOT = "/assets/" + hash() + "/";

    private Assets() {}

    public static String path(String name) {
        return ROOT + name;
    }

    private static String hash() {
        try {
            MessageDigest digest = Sha256.begun();
            for (String file : CHANGING) {
                try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(file)) {
                    if (in == null)
                        throw new IllegalStateException("missing from the build: " + file);
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
