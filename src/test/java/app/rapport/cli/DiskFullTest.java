package app.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An import into a disk that fills up, and again when there is room; needs to be allowed to mount.
 */
class DiskFullTest {
    private static final int MESSAGES = 4_500;
    private static final int LEFT = 12 << 20;

    @TempDir Path files;
    private Path disk;

    @BeforeEach
    void a_small_disk() throws Exception {
        disk = Files.createDirectory(files.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=220m", "rapport-test", disk.toString()),
                "no disk can be mounted here");
    }

    @AfterEach
    void away_with_it() throws Exception {
        run("umount", "-l", disk.toString());
    }

    @Test
    void a_full_disk_is_said_nothing_is_half_done_and_with_room_it_goes_on() throws Exception {
        Path data = disk.resolve("data");
        Path archive = archive();
        Files.createDirectory(data);
        SetUpFolder.copyInto(data);
        Path filler = fill();

        try (RapportProcess first = importing(data, archive)) {
            assertThat(first.exitCode()).as(first.err()).isEqualTo(1);
            assertThat(first.out()).isEmpty();
            assertThat(first.err())
                    .contains("The disk of " + data + " is full")
                    .doesNotContain("\tat ");
        }
        assertThat(RapportProcess.stillRunningOn(data)).isEmpty();

        Files.delete(filler);
        try (RapportProcess again = importing(data, archive)) {
            assertThat(again.exitCode()).as(again.err()).isZero();
            assertThat(again.out()).contains("\"read\":" + MESSAGES).contains("\"setAside\":0");
        }
        try (RapportProcess third = importing(data, archive)) {
            assertThat(third.exitCode()).as(third.err()).isZero();
            assertThat(third.out()).contains("\"stored\":0,\"alreadyKnown\":" + MESSAGES);
        }
    }

    private static RapportProcess importing(Path data, Path archive) throws IOException {
        return RapportProcess.started(
                data, "import", archive.toString(), "--email", "owner@example.org", "--json");
    }

    private Path fill() throws IOException {
        Path filler = disk.resolve("filler");
        ByteBuffer zeros = ByteBuffer.allocate(1 << 20);
        try (FileChannel out =
                FileChannel.open(filler, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (Files.getFileStore(disk).getUsableSpace() > LEFT) out.write(zeros.clear());
        }
        return filler;
    }

    /** Letters that do not compress. */
    private Path archive() throws IOException {
        Random random = new Random(7);
        Path archive = files.resolve("letters.mbox");
        try (BufferedWriter out = Files.newBufferedWriter(archive)) {
            for (int i = 0; i < MESSAGES; i++) {
                out.write(
                        """
                        From writer%1$d@firm.example Mon May  6 10:00:00 2024
                        From: Writer %1$d <writer%1$d@firm.example>
                        To: owner@example.org
                        Date: Mon, 6 May 2024 10:%2$02d:%3$02d +0000
                        Message-ID: <letter-%4$d@firm.example>
                        Subject: Order %4$d

                        Could you send number %4$d again, please?
                        %5$s

                        """
                                .formatted(i % 400, i / 60 % 60, i % 60, i, noise(random)));
            }
        }
        return archive;
    }

    private static String noise(Random random) {
        StringBuilder noise = new StringBuilder();
        for (int word = 0; word < 120; word++)
            noise.append(Long.toString(random.nextLong() & Long.MAX_VALUE, 36))
                    .append(word % 6 == 5 ? '\n' : ' ');
        return noise.toString();
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }
}
