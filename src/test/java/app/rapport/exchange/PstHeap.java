package app.rapport.exchange;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Things of one node of a .pst, one behind the other, with a map of where each begins at the end.
 */
final class PstHeap {
    private final int holds;
    private final List<byte[]> things = new ArrayList<>();

    PstHeap(int holds) {
        this.holds = holds;
    }

    static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static int type(Object value) {
        return switch (value) {
            case Integer _ -> 0x03;
            case String _ -> 0x1F;
            case Instant _ -> 0x40;
            case byte[] _ -> 0x102;
            default -> throw new IllegalArgumentException("no property: " + value);
        };
    }

    /** By which it is referred to. */
    int add(byte[] thing) {
        things.add(thing);
        return things.size() << 5;
    }

    /** Numbers stand where they are, all else is referred to. */
    int value(Object value) {
        return switch (value) {
            case Integer number -> number;
            case String text -> add(text.getBytes(StandardCharsets.UTF_16LE));
            case byte[] bytes -> add(bytes);
            case Instant at ->
                    add(
                            little(new byte[8])
                                    .putLong((at.toEpochMilli() + 11_644_473_600_000L) * 10_000)
                                    .array());
            default -> throw new IllegalArgumentException("no property: " + value);
        };
    }

    byte[] bytes(int root) {
        int length = 12 + things.stream().mapToInt(thing -> thing.length).sum();
        int map = length + length % 2;
        ByteBuffer heap = little(new byte[map + 6 + 2 * things.size()]);
        heap.putShort((short) map).put((byte) 0xEC).put((byte) holds).putInt(root).putInt(0);
        things.forEach(heap::put);
        heap.position(map).putShort((short) things.size()).putShort((short) 0);
        int at = 12;
        for (byte[] thing : things) {
            heap.putShort((short) at);
            at += thing.length;
        }
        heap.putShort((short) at);
        return heap.array();
    }
}
