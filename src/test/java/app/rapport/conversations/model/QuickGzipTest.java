package app.rapport.conversations.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class QuickGzipTest {
    @Test
    void what_was_compressed_comes_back_whole_one_after_the_other() throws IOException {
        Random random = new Random(3);
        for (int size : new int[] {0, 1, 5_000, 100_000, 1}) {
            byte[] content = new byte[size];
            random.nextBytes(content);
            byte[] gzip = QuickGzip.of(content);
            try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
                assertThat(in.readAllBytes()).isEqualTo(content);
            }
        }
    }
}
