package app.rapport.kills;

import java.util.List;

/** Files brought in through the API. */
final class Import extends Deed {
    private final String name;
    private final String content;

    private Import(World world, String tag, String name, String content) {
        super(world, tag);
        this.name = tag + name;
        this.content = content;
    }

    static Import ofMail(World world, String tag) {
        return new Import(world, tag, ".mbox", Letters.mbox(700, tag));
    }

    static Import ofPeople(World world, String tag) {
        return new Import(world, tag, ".csv", Letters.table(2_100, tag));
    }

    @Override
    void ask() throws Exception {
        world.client().upload("/imports", name, content);
    }

    @Override
    void settle() throws Exception {
        awaitEnd(world, name);
    }

    /** Brings a file in, to its end; the id of the import. */
    static String whole(World world, String name, String content) throws Exception {
        String id = world.client().upload("/imports", name, content).get("id").asString();
        awaitEnd(world, name);
        return id;
    }

    private static void awaitEnd(World world, String name) throws Exception {
        world.await(
                "the end of the import of " + name,
                () ->
                        world
                                .texts("SELECT state FROM import WHERE title = '" + name + "'")
                                .stream()
                                .allMatch(List.of("done", "failed", "cancelled")::contains));
    }
}
