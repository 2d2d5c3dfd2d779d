package app.rapport.kills;

import java.util.Map;

class Merged extends Deed {
    private String winner = "";
    private String loser = "";

    Merged(World world, String tag) {
        super(world, tag);
    }

    @Override
    void prepare() throws Exception {
        winner = Contacts.made(world, "Ada", tag);
        loser = Contacts.made(world, "Adele", tag);
    }

    @Override
    void ask() throws Exception {
        join();
    }

    final String join() throws Exception {
        return world.client()
                .post("/contacts/" + winner + "/merge", Map.of("other", loser))
                .get("id")
                .asString();
    }
}
