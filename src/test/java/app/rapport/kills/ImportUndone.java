package app.rapport.kills;

import java.util.Map;

final class ImportUndone extends Deed {
    private String id = "";

    ImportUndone(World world, String tag) {
        super(world, tag);
    }

    @Override
    void prepare() throws Exception {
        id = Import.whole(world, tag + ".mbox", Letters.mbox(300, tag));
    }

    @Override
    void ask() throws Exception {
        world.client().post("/imports/" + id + "/undo", Map.of());
    }
}
