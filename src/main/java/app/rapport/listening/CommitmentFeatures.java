package app.rapport.listening;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the commitments model sees of a sentence: its {@linkplain Undertaking undertakings}, how
 * firm they are, which kind of deed they name and what stands around them; hashed to one of {@link
 * #SIZE} numbers. The words themselves say little more, as cross-validation showed, and would tie
 * the model to what it was trained on.
 */
final class CommitmentFeatures {
    static final int SIZE = 1 << 16;
    private static final int MOST = 4;

    private static final List<String> FIRM =
            List.of("i will", "i am going to", "i am planning to", "me let", "us let", "we will");

    private static final Map<String, String> DEEDS = deeds();
    private static final Set<String> TIMES =
            Set.of(
                    ("today tomorrow tonight later soon week weeks month monday tuesday wednesday"
                                    + " thursday friday next afternoon morning meeting by before"
                                    + " after until")
                            .split(" "));
    private static final Set<String> CONDITIONS =
            Set.of(
                    "if", "when", "what", "that", "how", "which", "because", "where", "unless",
                    "until", "than", "as", "is");
    private static final Set<String> OBJECTS =
            Set.of(
                    "you", "him", "her", "them", "it", "that", "this", "the", "a", "to", "with",
                    "at");

    private final List<String> words;
    private int[] buckets = new int[128];
    private int count;

    private CommitmentFeatures(List<String> words) {
        this.words = words;
    }

    private static Map<String, String> deeds() {
        Map<String, String> kinds = new HashMap<>();
        kind(
                kinds,
                "give",
                "send give show bring forward mail email share distribute hand provide present"
                        + " point submit post deliver pass return copy ship");
        kind(
                kinds,
                "check",
                "check look see find read listen verify investigate examine review watch study"
                        + " measure test try compare explore figure");
        kind(
                kinds,
                "tell",
                "ask talk tell call speak contact write discuss chat report suggest offer inform"
                        + " remind let answer reply explain ping touch");
        kind(
                kinds,
                "make",
                "make build create prepare put set add draft design implement run rerun do fix"
                        + " change replace record turn rewire get download install insert modify"
                        + " archive delete extend include work train start continue begin edit"
                        + " update");
        kind(kinds, "move", "go come meet take pick pull stay wait join visit leave sit stop");
        kind(
                kinds,
                "state",
                "be have know think say like need want mean remember feel guess hear understand"
                        + " hope believe depend imagine");
        return Map.copyOf(kinds);
    }

    private static void kind(Map<String, String> kinds, String kind, String verbs) {
        for (String verb : verbs.split(" ")) kinds.put(verb, kind);
    }

    /** Distinct buckets, ascending; none where nobody undertakes anything. */
    static int[] of(String sentence) {
        List<String> words = SpokenWords.of(sentence);
        List<Undertaking> undertakings = Undertaking.in(words);
        if (undertakings.isEmpty()) return new int[0];
        CommitmentFeatures features = new CommitmentFeatures(words);
        features.shape(undertakings.size());
        undertakings.stream().limit(MOST).forEach(features::add);
        features.together(undertakings);
        return features.distinct();
    }

    private void shape(int undertakings) {
        put("length" + Math.min(6, words.size() / 4));
        put("undertakings" + Math.min(3, undertakings));
        put("last=" + words.getLast());
        if (words.contains("?")) put("question");
        if (words.contains("if")) put("if");
        if (words.contains("like")) put("like");
        if (words.contains("maybe") || words.contains("probably") || words.contains("guess"))
            put("hedge");
    }

    private void add(Undertaking one) {
        String plan = planOf(one);
        String deed = DEEDS.getOrDefault(one.verb(), "other");
        put("plan=" + plan);
        put("firm=" + one.plan());
        put("deed=" + deed);
        put("plan+deed=" + plan + "+" + deed);
        put("firm+deed=" + one.plan() + "+" + deed);
        put("verb=" + one.verb());
        put("plan+verb=" + plan + "+" + one.verb());
        put("rest" + Math.min(4, (words.size() - one.at()) / 3));
        one.manner().forEach(word -> put("manner=" + word));
        one.manner().forEach(word -> put("manner+firm=" + word + "+" + one.plan()));
        if (one.negated()) put("not");
        if (words.stream().anyMatch(TIMES::contains)) put("time+" + plan);
        if (OBJECTS.contains(one.object())) {
            put("object=" + one.object());
            put("object+deed=" + one.object() + "+" + deed);
        }
        place(one, plan, deed);
    }

    /** The firmest undertaking counts once more, and what the first two are. */
    private void together(List<Undertaking> undertakings) {
        if (undertakings.size() > 1)
            put("two=" + undertakings.get(0).plan() + "+" + undertakings.get(1).plan());
        FIRM.stream()
                .flatMap(plan -> undertakings.stream().filter(one -> planOf(one).equals(plan)))
                .findFirst()
                .ifPresent(this::firmest);
    }

    private void firmest(Undertaking one) {
        String plan = planOf(one);
        List<String> before = words.subList(0, one.at());
        long said = before.stream().filter(word -> !Undertaking.LEADS.contains(word)).count();
        put("firmest=" + plan + "+" + DEEDS.getOrDefault(one.verb(), "other"));
        put("firmest after=" + plan + Math.min(3, said));
        put("firmest of=" + plan + Math.min(6, (words.size() - one.at()) / 2));
    }

    private static String planOf(Undertaking one) {
        return one.subject() + " " + one.plan();
    }

    private void place(Undertaking one, String plan, String deed) {
        if (one.at() > 0 && CONDITIONS.contains(words.get(one.at() - 1))) {
            put("under");
            put("under+" + plan);
        }
        if (one.isMain(words)) {
            put("main");
            put("main+" + plan);
            put("main+deed=" + plan + "+" + deed);
        }
        if (one.verb().isEmpty()) put("broken off");
        else if (one.object().isEmpty() || one.object().equals("?")) put("no object+" + plan);
    }

    private void put(String feature) {
        int hash = feature.hashCode() * 0x9e3779b1;
        hash ^= hash >>> 15;
        if (count == buckets.length) buckets = Arrays.copyOf(buckets, count * 2);
        buckets[count++] = hash & SIZE - 1;
    }

    private int[] distinct() {
        return Arrays.stream(buckets, 0, count).sorted().distinct().toArray();
    }
}
