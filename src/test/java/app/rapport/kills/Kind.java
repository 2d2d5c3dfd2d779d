package app.rapport.kills;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;

/** The deeds, and how often each is chosen. */
enum Kind {
    IMPORT_MAIL("import of mail", 3, Import::ofMail),
    IMPORT_PEOPLE("import of a table", 1, Import::ofPeople),
    UNDO("undo of an import", 2, ImportUndone::new),
    SYNC("mailbox", 2, Synced::new),
    MERGE("merge", 2, Merged::new),
    UNMERGE("un-merge", 2, Parted::new),
    BULK("bulk edit", 2, Bulk::new),
    CREATE("contact over the API", 1, Created::new),
    ERASE("erasing", 1, Erased::new),
    SEND("sending", 1, Sent::new),
    BACKUP("backup", 1, BackedUp::new),
    RESTORE("restore", 2, Restored::new);

    private final String word;
    private final int weight;
    private final BiFunction<World, String, Deed> make;

    Kind(String word, int weight, BiFunction<World, String, Deed> make) {
        this.word = word;
        this.weight = weight;
        this.make = make;
    }

    String word() {
        return word;
    }

    Deed deed(World world, String tag) {
        return make.apply(world, tag);
    }

    /** Each once, and then by chance. */
    static List<Kind> deck(int rounds, Random random) {
        List<Kind> deck = new ArrayList<>(List.of(values()));
        Collections.shuffle(deck, random);
        List<Kind> bag = new ArrayList<>();
        for (Kind kind : values()) bag.addAll(Collections.nCopies(kind.weight, kind));
        while (deck.size() < rounds) deck.add(bag.get(random.nextInt(bag.size())));
        return deck.subList(0, rounds);
    }
}
