package app.rapport.exchange.contacts;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words that say which of several addresses or numbers one is. */
final class LabelWords {
    private static final Map<String, String> WORDS = new HashMap<>();

    static {
        say(
                "work",
                "work business office professional corporate geschaftlich geschaft buro dienstlich bureau professionnel pro trabajo oficina lavoro ufficio werk zakelijk trabalho sluzbowy arbete 勤務先 hq");
        say("home", "home private personal privat prive domicile casa particular prywatny hem 自宅");
        say("mobile", "mobile cell");
        say("fax", "fax");
        say("other", "other");
        say("mailing", "mailing");
        say("billing", "billing");
        say("shipping", "shipping delivery");
        say("", "main primary secondary alternate alternative additional default direct");
        say("company", "company switchboard");
        say("linkedin", "linkedin");
    }

    private LabelWords() {}

    /** "work" for "business" or "dienstlich"; empty for "primary"; null for any other word. */
    static @Nullable String of(String word) {
        return WORDS.get(word);
    }

    private static void say(String label, String words) {
        for (String word : words.split(" ")) WORDS.put(word, label);
    }
}
