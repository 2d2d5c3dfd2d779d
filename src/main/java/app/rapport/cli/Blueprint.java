package app.rapport.cli;

import app.rapport.database.DatabaseLocation;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.aot.AotDetector;
import org.springframework.boot.WebApplicationType;

/**
 * What Spring found out about our rooms while the program was built: which beans there are, and how
 * each is made. To find it out again takes half of a start. A program run from its classes alone
 * has none, and finds it out.
 */
final class Blueprint {
    private Blueprint() {}

    /** Called by Spring's processor, which looks at the rooms and starts none. */
    public static void main(String[] args) {
        Application.builder(
                        Path.of("nowhere"),
                        DatabaseLocation.unknown(),
                        args[0].equals("serve")
                                ? WebApplicationType.SERVLET
                                : WebApplicationType.NONE,
                        Map.of())
                .run();
    }

    /**
     * Starts by it where there is one; {@code bin/rapport} puts that of its command on the path.
     */
    static void follow() {
        if (Blueprint.class.getResource("Blueprint__ApplicationContextInitializer.class") != null)
            System.setProperty(AotDetector.AOT_ENABLED, "true");
    }
}
