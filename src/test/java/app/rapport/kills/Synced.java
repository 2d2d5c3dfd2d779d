package app.rapport.kills;

import java.util.Map;

/** Letters that come into a mailbox, which the server keeps up with by itself. */
final class Synced extends Deed {
    private static final int LETTERS = 300;
    private boolean delivered;

    Synced(World world, String tag) {
        super(world, tag);
    }

    @Override
    void ask() throws Exception {
        if (!delivered) world.deliver(LETTERS, tag);
        delivered = true;
        String box = world.client().get("/mailboxes").get("mailboxes").get(0).get("id").asString();
        world.client().post("/mailboxes/" + box + "/sync", Map.of());
    }

    @Override
    boolean hasBegun() {
        return delivered;
    }

    @Override
    void release() throws Exception {
        world.execute("UPDATE mailbox SET held_until = now()");
    }

    @Override
    void settle() throws Exception {
        world.await(
                LETTERS + " letters of the mailbox",
                () ->
                        world.texts(
                                        """
                                        SELECT count(*) FROM message_id WHERE message_id LIKE '%%-%s@firm.example'
                                          AND NOT EXISTS (SELECT FROM mailbox WHERE owes_conclusion)
                                        """
                                                .formatted(tag))
                                .getFirst()
                                .equals("" + LETTERS));
    }
}
