package app.rapport.negotiations;

import app.rapport.access.Access;
import app.rapport.access.Members;
import app.rapport.access.Role;
import app.rapport.browser.TestServer;
import app.rapport.kernel.Viewer;
import java.time.ZoneId;
import java.util.Optional;

/** A boss and two sellers, one of whom is on no team until somebody adds them. */
record FirmOfThree(Viewer boss, Viewer nora, Viewer ivo) {
    private static final String PASSWORD = "four sample cartridges";

    static FirmOfThree on(TestServer server) {
        Viewer boss =
                server.bean(Access.class)
                        .setUp(
                                "Tarn",
                                "boss@tarn.example",
                                "Boss",
                                PASSWORD,
                                ZoneId.of("Europe/Berlin"))
                        .viewer();
        return new FirmOfThree(
                boss, colleague(server, boss, "nora"), colleague(server, boss, "ivo"));
    }

    private static Viewer colleague(TestServer server, Viewer boss, String name) {
        return server.bean(Members.class)
                .add(
                        boss.workspace(),
                        name + "@tarn.example",
                        name,
                        Role.SELLER,
                        Optional.of(PASSWORD),
                        Optional.empty())
                .viewer();
    }
}
