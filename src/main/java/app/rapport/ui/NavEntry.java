package app.rapport.ui;

import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.Optional;

/**
 * Socket: a room's entry in the side. It appears with the room's first record, so a room without
 * one answers with nothing. Asked for each page: the answer costs one indexed look-up at most.
 */
public interface NavEntry {
    Optional<Item> item(Viewer viewer);

    /** Without this right the entry is left out, and not even asked. */
    default Right needs() {
        return Right.READ_OWN;
    }

    /**
     * @param icon name in the sprite
     * @param key the letter after G that leads here
     * @param order smaller stands higher: Today 10, People 20, Conversations 30, … Settings 90
     * @param count how many wait here; 0 shows no number
     * @param counted what is counted, for those who hear the page: "people"
     * @param onPhone stands in the foot bar of a phone
     * @param homes paths whose pages belong here, besides {@code href}
     */
    record Item(
            String title,
            String href,
            String icon,
            String key,
            int order,
            int count,
            String counted,
            boolean onPhone,
            List<String> homes) {

        public Item {
            homes = List.copyOf(homes);
        }

        public static Item of(String title, String href, String icon, String key, int order) {
            return new Item(title, href, icon, key, order, 0, "", false, List.of());
        }

        public Item counting(int waiting, String what) {
            return new Item(title, href, icon, key, order, waiting, what, onPhone, homes);
        }

        public Item alsoOnPhone() {
            return new Item(title, href, icon, key, order, count, counted, true, homes);
        }

        public Item alsoHomeOf(String... paths) {
            return new Item(title, href, icon, key, order, count, counted, onPhone, List.of(paths));
        }

        boolean holds(String path) {
            return under(href, path) || homes.stream().anyMatch(home -> under(home, path));
        }

        private static boolean under(String home, String path) {
            return path.equals(home) || (!home.equals("/") && path.startsWith(home + "/"));
        }
    }
}
