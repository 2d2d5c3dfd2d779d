package app.rapport.linkage;

/** Well-mixed numbers for values: the finalizer of MurmurHash3 (Appleby 2011). */
final class Hashes {
    private Hashes() {}

    static int of(String value) {
        return mix(value.hashCode());
    }

    static int mix(int hash) {
        int h = (hash ^ hash >>> 16) * 0x85EBCA6B;
        h = (h ^ h >>> 13) * 0xC2B2AE35;
        return h ^ h >>> 16;
    }

    static long mix(long hash) {
        long h = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        h = (h ^ h >>> 33) * 0xC4CEB9FE1A85EC53L;
        return h ^ h >>> 33;
    }
}
