package app.rapport.database;

import app.rapport.kernel.MemberRecords;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is left of people who were erased: keyed hashes. They are kept beside the database too,
 * where no backup takes them along: what was erased after a backup is erased again when it comes
 * back.
 */
@Repository
public class Tombstones implements MemberRecords {
    private final JdbcClient jdbc;
    private final OwnerDatabase owner;
    private final Vault vault;
    private final Path file;

    Tombstones(
            JdbcClient jdbc,
            OwnerDatabase owner,
            Vault vault,
            @Value("${rapport.data}") Path data) {
        this.jdbc = jdbc;
        this.owner = owner;
        this.vault = vault;
        this.file = data.resolve("erased.tombstones");
    }

    /** Somebody who was erased. */
    public record Erased(PersonId person, Instant at) {}

    @Override
    public Set<String> columns() {
        return Set.of("erasure.member_id");
    }

    /** What an address is called here. */
    public static String address(String key) {
        return "mail " + key;
    }

    /** What a row of a file is called here, by the digest of its content in hex. */
    public static String row(String digest) {
        return "row " + digest;
    }

    /** What a mail is called here, by its substance. */
    public static String mail(byte[] substance) {
        return "touch " + HexFormat.of().formatHex(substance);
    }

    public void begin(Viewer by, PersonId person, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO erasure (workspace_id, id, member_id, at) VALUES (:workspace, :id, :member, :at)
                        ON CONFLICT (workspace_id, id) DO UPDATE SET compacted_at = NULL
                        """)
                .param("workspace", by.workspace().value())
                .param("id", person.value())
                .param("member", by.member().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void raise(Viewer by, PersonId person, Collection<String> things) {
        jdbc.sql(
                        """
                        INSERT INTO tombstone (workspace_id, digest, erasure_id)
                        SELECT :workspace, d, :id FROM unnest(:digests::bytea[]) d ON CONFLICT DO NOTHING
                        """)
                .param("workspace", by.workspace().value())
                .param("id", person.value())
                .param("digests", digests(by, things))
                .update();
    }

    private byte[][] digests(Viewer by, Collection<String> things) {
        return things.stream()
                .map(thing -> vault.mark(by.workspace() + " " + thing))
                .toArray(byte[][]::new);
    }

    /** Those of these things that were somebody's who was erased. */
    public Map<String, Erased> of(Viewer viewer, Collection<String> things) {
        return things.isEmpty() ? Map.of() : of(viewer, () -> things);
    }

    /** The same of things that are found out only where somebody was erased at all. */
    public Map<String, Erased> of(Viewer viewer, Supplier<Collection<String>> asked) {
        Map<String, Erased> found = new HashMap<>();
        if (!any(viewer)) return found;
        Collection<String> things = asked.get();
        Map<String, String> byDigest = new HashMap<>();
        for (String thing : things)
            byDigest.put(hex(vault.mark(viewer.workspace() + " " + thing)), thing);
        jdbc.sql(
                        """
                        SELECT t.digest, e.id, e.at FROM tombstone t
                        JOIN erasure e ON e.workspace_id = t.workspace_id AND e.id = t.erasure_id
                        WHERE t.workspace_id = :workspace AND t.digest = ANY(:digests)
                        """)
                .param("workspace", viewer.workspace().value())
                .param(
                        "digests",
                        byDigest.keySet().stream()
                                .map(HexFormat.of()::parseHex)
                                .toArray(byte[][]::new))
                .query(row -> {
                    found.put(
                            byDigest.getOrDefault(hex(row.getBytes("digest")), ""),
                            new Erased(
                                    new PersonId(row.getObject("id", UUID.class)),
                                    row.getObject("at", OffsetDateTime.class).toInstant()));
                });
        return found;
    }

    private boolean any(Viewer viewer) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM erasure WHERE workspace_id = :workspace)")
                .param("workspace", viewer.workspace().value())
                .query(Boolean.class)
                .single();
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    /**
     * A line of the file.
     *
     * @param digests of what was theirs, in hex
     */
    public record Line(UUID workspace, UUID person, Set<String> digests) {
        static Line read(String text) {
            List<String> parts = Arrays.asList(text.split(" "));
            return new Line(
                    UUID.fromString(parts.get(0)),
                    UUID.fromString(parts.get(1)),
                    Set.copyOf(parts.subList(2, parts.size())));
        }

        @Override
        public String toString() {
            List<String> parts = new ArrayList<>(List.of(workspace.toString(), person.toString()));
            digests.stream().sorted().forEach(parts::add);
            return String.join(" ", parts);
        }
    }

    /** Those that are kept beside the database. */
    public List<Line> outside() {
        try {
            if (!Files.exists(file)) return List.of();
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(Line::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** Writes those of the database beside it. */
    public void keepOutside() {
        Set<String> lines = new LinkedHashSet<>();
        outside().forEach(line -> lines.add(line.toString()));
        owner.jdbc()
                .sql(
                        """
                        SELECT e.workspace_id, e.id, array_agg(encode(t.digest, 'hex')) FILTER (WHERE t.digest IS NOT NULL) AS digests
                        FROM erasure e LEFT JOIN tombstone t ON t.workspace_id = e.workspace_id AND t.erasure_id = e.id
                        GROUP BY e.workspace_id, e.id
                        """)
                .query(row -> {
                    java.sql.Array digests = row.getArray("digests");
                    lines.add(
                            new Line(
                                            row.getObject("workspace_id", UUID.class),
                                            row.getObject("id", UUID.class),
                                            digests == null
                                                    ? Set.of()
                                                    : Set.of((String[]) digests.getArray()))
                                    .toString());
                });
        if (lines.isEmpty()) return;
        try {
            Path half = file.resolveSibling(file.getFileName() + ".new");
            Files.write(half, lines);
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    /** The digest of a thing, as a line has it. */
    public String digest(UUID workspace, String thing) {
        return hex(vault.mark(workspace + " " + thing));
    }
}
