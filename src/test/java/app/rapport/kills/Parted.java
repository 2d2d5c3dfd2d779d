package app.rapport.kills;

import java.util.Map;

/** A merge undone. */
final class Parted extends Merged {
    private String merge = "";

    Parted(World world, String tag) {
        super(world, tag);
    }

    @Override
    void prepare() throws Exception {
        super.prepare();
        merge = join();
    }

    @Override
    void ask() throws Exception {
        world.client().post("/merges/" + merge + "/undo", Map.of());
    }
}
