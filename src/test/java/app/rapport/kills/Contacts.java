package app.rapport.kills;

import java.util.List;
import java.util.Map;

/** People as a member types them. */
final class Contacts {
    private Contacts() {}

    static Map<String, Object> named(String name, String tag) {
        return Map.of(
                "name",
                name + " " + tag,
                "addresses",
                List.of(name.toLowerCase(java.util.Locale.ROOT) + "@" + tag + ".example"),
                "phones",
                List.of("+44 20 7946 0018"),
                "notes",
                "Met " + name + " of " + tag + " at the fair",
                "tags",
                List.of("fair"));
    }

    /** With a call and a note in their story. */
    static String made(World world, String name, String tag) throws Exception {
        String id = world.client().post("/contacts", named(name, tag)).get("id").asString();
        for (String kind : List.of("call", "note"))
            world.client()
                    .post(
                            "/touches",
                            Map.of(
                                    "kind",
                                    kind,
                                    "people",
                                    List.of(id),
                                    "at",
                                    "2025-03-10T14:30:00Z",
                                    "words",
                                    "A " + kind + " with " + name + " " + tag));
        return id;
    }
}
