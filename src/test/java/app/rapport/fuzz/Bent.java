package app.rapport.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A file that was bent out of shape; the same for the same seed and number.
 *
 * @param hurt whether the packed bytes themselves were bent, not only what is packed
 */
record Bent(Kind kind, byte[] bytes, boolean hurt) {
    static final int LONGEST = 200_000;

    static Bent of(Kind kind, List<byte[]> seeds, long seed, int number) {
        RandomGenerator chance = new Random(seed * 1_000_003 + number * 31L + kind.ordinal());
        byte[] content = content(kind, seeds, chance);
        if (!kind.packed())
            return new Bent(
                    kind,
                    Mutation.joined(content, kind.last().getBytes(StandardCharsets.US_ASCII)),
                    false);
        boolean hurt = chance.nextInt(3) == 0;
        byte[] packed = packed(kind, content, seeds, chance, !hurt);
        return new Bent(kind, hurt ? shortened(bent(packed, packed, chance)) : packed, hurt);
    }

    private static byte[] content(Kind kind, List<byte[]> seeds, RandomGenerator chance) {
        byte[] seed = one(seeds, chance);
        return switch (kind) {
            case XLSX -> seed;
            case OUTLOOK -> scratched(seed, chance);
            default -> shortened(bent(seed, one(seeds, chance), chance));
        };
    }

    /** Where everything is found by its place, what moves is lost at once and tells nothing. */
    private static byte[] scratched(byte[] seed, RandomGenerator chance) {
        Mutation how = chance.nextInt(8) == 0 ? Mutation.CUT : Mutation.FLIP;
        return how.of(seed, seed, chance);
    }

    private static byte[] bent(byte[] file, byte[] other, RandomGenerator chance) {
        return Mutation.some(file, other, chance);
    }

    private static byte[] shortened(byte[] file) {
        return file.length > LONGEST - 200 ? Arrays.copyOf(file, LONGEST - 200) : file;
    }

    private static byte[] packed(
            Kind kind, byte[] content, List<byte[]> seeds, RandomGenerator chance, boolean inside) {
        try {
            return switch (kind) {
                case GZIP -> gzip(Mutation.joined(content, last()));
                case ZIP -> zip(content, one(seeds, chance));
                case XLSX -> inside ? workbook(content, chance) : content;
                case MAIL, MBOX, CSV, CARDS, CALENDAR, OUTLOOK ->
                        throw new IllegalArgumentException(kind + " is not packed");
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] last() {
        return Kind.MBOX.last().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(out)) {
            packing.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] zip(byte[] content, byte[] inOrder) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream packing = new ZipOutputStream(out)) {
            write(packing, "bent.eml", content);
            write(packing, "mails/Gr\u00fc\u00dfe.eml", inOrder);
            write(packing, "last.mbox", last());
        }
        return out.toByteArray();
    }

    /** One part of the workbook is bent, the others stay. */
    private static byte[] workbook(byte[] seed, RandomGenerator chance) throws IOException {
        List<String> names = new ArrayList<>();
        List<byte[]> parts = new ArrayList<>();
        Path file = Files.write(Files.createTempFile("seed", ".xlsx"), seed);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                names.add(entry.getName());
                parts.add(zip.getInputStream(entry).readAllBytes());
            }
        } finally {
            Files.delete(file);
        }
        int which = chance.nextInt(parts.size());
        byte[] part = parts.get(which);
        parts.set(which, part.length == 0 ? part : shortened(bent(part, part, chance)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream packing = new ZipOutputStream(out)) {
            for (int i = 0; i < names.size(); i++) write(packing, names.get(i), parts.get(i));
        }
        return out.toByteArray();
    }

    private static void write(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] one(List<byte[]> seeds, RandomGenerator chance) {
        return seeds.get(chance.nextInt(seeds.size()));
    }
}
