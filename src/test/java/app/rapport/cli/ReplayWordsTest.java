package app.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.House;
import app.rapport.agenda.TodayHouse;
import app.rapport.browser.TestServer;
import app.rapport.conversations.ArchiveReplay;
import app.rapport.exchange.FileImport;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReplayWordsTest {
    @Test
    void an_empty_archive_measures_nothing_and_says_so() {
        try (TestServer server = TestServer.start()) {
            TodayHouse house =
                    new TodayHouse(
                            server.bean(Access.class),
                            server.bean(House.class),
                            server.bean(FileImport.class));
            ArchiveReplay.Result result =
                    house.in(() ->
                            server.bean(ArchiveReplay.class)
                                    .replay(
                                            house.viewer(),
                                            Instant.EPOCH,
                                            Instant.parse("2100-01-01T00:00:00Z"),
                                            _ -> {}));
            JsonNode json = JsonMapper.shared().valueToTree(ReplayWords.json(result));
            assertThat(json.path("judged").asInt()).isZero();
            for (String figure :
                    new String[] {
                        "/baseRate", "/strength/auc", "/rhythm/0/logLoss", "/rhythm/1/constantRate"
                    }) assertThat(json.at(figure).isNull()).as(figure).isTrue();
            json.at("/today/lists")
                    .forEach(list -> assertThat(list.path("within24").isNull()).isTrue());
        }
    }
}
