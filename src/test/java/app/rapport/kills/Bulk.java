package app.rapport.kills;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A tag given to many people of the list at once, on the page. */
final class Bulk extends Deed {
    private final List<Map.Entry<String, String>> form = new ArrayList<>();

    Bulk(World world, String tag) {
        super(world, tag);
    }

    @Override
    void prepare() throws Exception {
        Import.whole(world, tag + ".csv", Letters.table(100, tag));
        form.add(Map.entry("deed", "tag"));
        form.add(Map.entry("withTag", "chosen"));
        world.texts("SELECT id FROM contact WHERE display_name LIKE '%" + tag + "'")
                .forEach(id -> form.add(Map.entry("id", id)));
        world.browser();
    }

    @Override
    void ask() throws Exception {
        world.browser().form("/people", "/people/bulk", form);
    }
}
