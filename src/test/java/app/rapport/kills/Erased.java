package app.rapport.kills;

import java.util.Map;

final class Erased extends Deed {
    private String person = "";

    Erased(World world, String tag) {
        super(world, tag);
    }

    @Override
    void prepare() throws Exception {
        person = Contacts.made(world, "Vanja", tag);
    }

    @Override
    void ask() throws Exception {
        world.client().post("/contacts/" + person + "/erase", Map.of());
    }
}
