package app.rapport.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A mailbox of Outlook as far as a reader needs it ([MS-PST], Unicode form): folders with messages,
 * their recipients and attachments. Checksums are left out, and everything fits into one block.
 */
final class PstWriter {
    private static final int STORE = 0x21;
    private static final int NAMES = 0x61;
    private static final int ROOT = 0x122;
    private static final int SUBFOLDERS = 11;
    private static final int CONTENTS = 12;
    private static final int RECIPIENTS = 0x692;
    private static final int ATTACHMENTS = 0x671;
    private static final int ROW = 0x67F2;

    static final int CLASS = 0x001A;
    static final int SUBJECT = 0x0037;
    static final int SENT = 0x0039;
    static final int FROM_NAME = 0x0042;
    static final int FROM_ADDRESS = 0x0065;
    static final int BODY = 0x1000;
    static final int MESSAGE_ID = 0x1035;
    static final int NAME = 0x3001;
    static final int GIVEN_NAME = 0x3A06;
    static final int FAMILY_NAME = 0x3A11;

    static final int SENSITIVITY = 0x0036;

    /** Named properties, in the order of {@link #NAMED}. */
    static final int FIRST_ADDRESS = 0x8000;

    static final int STARTS = 0x8001;
    static final int ENDS = 0x8002;
    static final int WHOLE_DAYS = 0x8003;
    private static final List<Integer> NAMED = List.of(0x8083, 0x820D, 0x820E, 0x8215);

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final TreeMap<Long, byte[]> blocks = new TreeMap<>();
    private final TreeMap<Long, byte[]> nodes = new TreeMap<>();
    private final Map<Integer, Map<Integer, Object>> folders = new LinkedHashMap<>();
    private final Map<Integer, List<Integer>> contents = new LinkedHashMap<>();
    private int next = 0x400;

    record Recipient(boolean copy, String name, String address) {}

    record File(String name, byte[] content) {}

    PstWriter() {
        file.writeBytes(new byte[1024]);
    }

    /** Below the root; its number is for {@link #message}. */
    int folder(String name, String holds) {
        int id = next++ << 5 | 2;
        folders.put(id, new TreeMap<>(Map.of(NAME, name, 0x3613, holds)));
        contents.put(id, new ArrayList<>());
        return id;
    }

    /** Its place in the file, for those who want to damage it. */
    int message(
            int folder, Map<Integer, Object> properties, List<Recipient> to, List<File> attached) {
        int id = next++ << 5 | 4;
        Map<Integer, Long> parts = new TreeMap<>();
        if (!to.isEmpty()) parts.put(RECIPIENTS, block(recipients(to), false));
        if (!attached.isEmpty()) {
            List<Map<Integer, Object>> rows = new ArrayList<>();
            for (File one : attached) {
                int part = next++ << 5 | 5;
                parts.put(part, block(properties(attachment(one)), false));
                rows.add(Map.<Integer, Object>of(ROW, part));
            }
            parts.put(ATTACHMENTS, block(table(List.of(), rows), false));
        }
        long below = parts.isEmpty() ? 0 : block(list(parts), true);
        int place = file.size();
        node(id, properties(properties), below, folder);
        contents.get(folder).add(id);
        return place;
    }

    private static byte[] recipients(List<Recipient> to) {
        List<Map<Integer, Object>> rows = new ArrayList<>();
        for (Recipient one : to)
            rows.add(
                    Map.of(
                            ROW,
                            rows.size() + 1,
                            0x0C15,
                            one.copy() ? 2 : 1,
                            NAME,
                            one.name(),
                            0x3002,
                            "SMTP",
                            0x3003,
                            one.address()));
        return table(List.of(0x0C15, NAME, 0x3002, 0x3003), rows);
    }

    private static Map<Integer, Object> attachment(File one) {
        return Map.of(0x3701, one.content(), 0x3705, 1, 0x3707, one.name());
    }

    byte[] bytes() {
        node(STORE, properties(Map.of(NAME, "Mailbox")), 0, 0);
        node(NAMES, properties(names()), 0, 0);
        node(ROOT, properties(Map.of(NAME, "")), 0, ROOT);
        node(ROOT + SUBFOLDERS, table(List.of(), rows(List.copyOf(folders.keySet()))), 0, 0);
        folders.forEach((id, properties) -> {
            List<Integer> inside = contents.getOrDefault(id, List.of());
            properties.put(0x3602, inside.size());
            node(id, properties(properties), 0, ROOT);
            node(id + SUBFOLDERS, table(List.of(), List.of()), 0, 0);
            node(id + CONTENTS, table(List.of(), rows(inside)), 0, 0);
        });
        long nodeTree = tree(nodes, 0x81);
        long blockTree = tree(blocks, 0x80);
        ByteBuffer whole = PstHeap.little(file.toByteArray());
        whole.put(0, "!BDN".getBytes(StandardCharsets.US_ASCII));
        whole.put(8, "SM".getBytes(StandardCharsets.US_ASCII));
        whole.putShort(10, (short) 23);
        whole.putLong(224, nodeTree);
        whole.putLong(240, blockTree);
        return whole.array();
    }

    private static List<Map<Integer, Object>> rows(List<Integer> ids) {
        return ids.stream().map(id -> Map.<Integer, Object>of(ROW, id)).toList();
    }

    /** One of the address set, the others of appointments; readers leave the last entry out. */
    private static Map<Integer, Object> names() {
        ByteBuffer sets = PstHeap.little(new byte[32]);
        for (int set : List.of(0x00062004, 0x00062002))
            sets.putInt(set).putInt(0).putInt(0xC0).putInt(0x46000000);
        ByteBuffer entries = PstHeap.little(new byte[8 * (NAMED.size() + 1)]);
        for (int i = 0; i < NAMED.size(); i++)
            entries.putInt(NAMED.get(i)).putShort((short) (i == 0 ? 6 : 8)).putShort((short) i);
        return Map.of(2, sets.array(), 3, entries.array(), 4, new byte[4]);
    }

    private void node(int id, byte[] content, long below, int parent) {
        long data = block(content, false);
        nodes.put(
                (long) id,
                PstHeap.little(new byte[32])
                        .putLong(id)
                        .putLong(data)
                        .putLong(below)
                        .putInt(parent)
                        .array());
    }

    private long block(byte[] content, boolean internal) {
        if (content.length > 8_176) throw new IllegalArgumentException("more than a block");
        long id = 4L * (blocks.size() + 1) + (internal ? 2 : 0);
        ByteBuffer entry = PstHeap.little(new byte[24]).putLong(id).putLong(file.size());
        entry.putShort((short) content.length).putShort((short) 2);
        blocks.put(id, entry.array());
        file.writeBytes(content);
        file.writeBytes(new byte[80 - content.length % 64]);
        return id;
    }

    /** What lies below a node, each part by its number. */
    private static byte[] list(Map<Integer, Long> parts) {
        ByteBuffer list = PstHeap.little(new byte[8 + 24 * parts.size()]);
        list.put((byte) 2).put((byte) 0).putShort((short) parts.size()).putInt(0);
        parts.forEach((part, block) -> list.putLong(part).putLong(block).putLong(0));
        return list.array();
    }

    /** One level of branches above the leaves. */
    private long tree(TreeMap<Long, byte[]> entries, int type) {
        TreeMap<Long, byte[]> branches = new TreeMap<>();
        int size = entries.firstEntry().getValue().length;
        List<Long> keys = List.copyOf(entries.keySet());
        for (int from = 0; from < keys.size(); from += 488 / size) {
            int to = Math.min(keys.size(), from + 488 / size);
            long page = page(keys.subList(from, to), entries, type, 0);
            branches.put(
                    keys.get(from),
                    PstHeap.little(new byte[24])
                            .putLong(keys.get(from))
                            .putLong(0)
                            .putLong(page)
                            .array());
        }
        return page(List.copyOf(branches.keySet()), branches, type, 1);
    }

    private long page(List<Long> keys, Map<Long, byte[]> entries, int type, int level) {
        ByteBuffer page = PstHeap.little(new byte[512]);
        int size = 0;
        for (long key : keys) {
            byte[] entry = entries.get(key);
            page.put(entry);
            size = entry.length;
        }
        page.put(488, (byte) keys.size()).put(489, (byte) (488 / size));
        page.put(490, (byte) size).put(491, (byte) level);
        page.put(496, (byte) type).put(497, (byte) type);
        long at = file.size();
        file.writeBytes(page.array());
        return at;
    }

    private static byte[] properties(Map<Integer, Object> properties) {
        PstHeap heap = new PstHeap(0xBC);
        ByteBuffer records = PstHeap.little(new byte[8 * properties.size()]);
        heap.add(PstHeap.little(new byte[8]).putInt(0x000602B5).putInt(0x40).array());
        heap.add(records.array()); // filled below
        new TreeMap<>(properties)
                .forEach((property, value) ->
                        records.putShort(property.shortValue())
                                .putShort((short) PstHeap.type(value))
                                .putInt(heap.value(value)));
        return heap.bytes(0x20);
    }

    /** Rows of numbers and texts; each has its own number first. */
    private static byte[] table(List<Integer> columns, List<Map<Integer, Object>> rows) {
        List<Integer> all = new ArrayList<>(List.of(ROW));
        all.addAll(columns);
        int bits = 4 * all.size();
        int width = bits + 1;
        PstHeap heap = new PstHeap(0x7C);
        heap.add(
                PstHeap.little(new byte[8])
                        .putInt(0x000404B5)
                        .putInt(rows.isEmpty() ? 0 : 0x40)
                        .array());
        ByteBuffer index = PstHeap.little(new byte[8 * rows.size()]);
        for (int i = 0; i < rows.size(); i++)
            index.putInt((int) rows.get(i).getOrDefault(ROW, 0)).putInt(i);
        heap.add(index.array());
        ByteBuffer cells = PstHeap.little(new byte[width * rows.size()]);
        int rowsAt = heap.add(cells.array()); // filled below
        for (Map<Integer, Object> row : rows) {
            for (int column : all) cells.putInt(heap.value(row.getOrDefault(column, 0)));
            cells.put((byte) (0xFF & (1 << all.size()) - 1));
        }
        ByteBuffer about = PstHeap.little(new byte[22 + 8 * all.size()]);
        about.put((byte) 0x7C).put((byte) all.size());
        about.putShort((short) bits).putShort((short) bits).putShort((short) bits);
        about.putShort((short) width).putInt(0x40).putInt(rows.isEmpty() ? 0 : rowsAt).putInt(0);
        for (int i = 0; i < all.size(); i++) {
            Object value = rows.isEmpty() ? 0 : rows.getFirst().getOrDefault(all.get(i), 0);
            about.putShort((short) PstHeap.type(value)).putShort(all.get(i).shortValue());
            about.putShort((short) (4 * i)).put((byte) 4).put((byte) i);
        }
        return heap.bytes(heap.add(about.array()));
    }
}
