package app.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.rapport.browser.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The server that was built starts by a blueprint drawn then; the tests' servers find their rooms
 * at each start. Both must be the same house.
 */
class BlueprintTest {
    @Test
    void the_built_program_was_given_one_for_each_way_to_start() {
        assumeTrue(System.getenv("RAPPORT_TEST_PROGRAM") != null);
        for (String kind : new String[] {"serve", "command"})
            assertThat(Path.of("target", "dist", kind + "-blueprint.jar"))
                    .as("see target/blueprint-" + kind + ".log")
                    .exists();
    }

    @Test
    void a_server_started_by_it_says_the_same_of_itself_as_one_that_looked(@TempDir Path data)
            throws Exception {
        assumeTrue(System.getenv("RAPPORT_TEST_PROGRAM") != null);
        SetUpFolder.copyInto(data);
        try (TestServer looked = TestServer.start();
                RapportProcess drawn = RapportProcess.serving(data)) {
            assertThat(document(drawn.address())).isEqualTo(document(looked.address()));
        }
    }

    private static JsonNode document(String address) throws IOException, InterruptedException {
        HttpRequest asked =
                HttpRequest.newBuilder(URI.create(address + "/api/v1/openapi.json")).build();
        String body = HttpClient.newHttpClient().send(asked, BodyHandlers.ofString()).body();
        ObjectNode document = (ObjectNode) JsonMapper.shared().readTree(body);
        assertThat(document.path("paths").size()).isGreaterThan(100);
        document.remove("servers");
        return document;
    }
}
