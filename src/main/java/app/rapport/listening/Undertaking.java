package app.rapport.listening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Where a speaker says what they, or those they speak for, do or may do: "I will send", "we are
 * going to", "let me check".
 *
 * @param at place of the subject among the words
 * @param plan how firm it is: "will", "am going to", "could"
 * @param verb the word after the plan, empty where the sentence breaks off
 * @param object the word after the verb, empty where there is none
 * @param manner adverbs between: "just", "probably"
 */
record Undertaking(
        int at,
        String subject,
        String plan,
        String verb,
        String object,
        boolean negated,
        List<String> manner) {
    private static final Set<String> SUBJECTS = Set.of("i", "we");

    /** Words that lead into a sentence and say nothing of it. */
    static final Set<String> LEADS =
            Set.of(
                    "and",
                    "but",
                    "so",
                    "well",
                    "okay",
                    "ok",
                    "yeah",
                    "or",
                    "then",
                    "oh",
                    "because",
                    "actually",
                    "now",
                    "anyway",
                    "right",
                    "all",
                    "no",
                    "yes",
                    ",",
                    "sure",
                    "thanks");

    private static final Set<String> MANNERS =
            Set.of(
                    "just",
                    "probably",
                    "also",
                    "maybe",
                    "definitely",
                    "then",
                    "actually",
                    "certainly",
                    "really",
                    "kindly",
                    "gladly",
                    "ahead",
                    "still",
                    "always",
                    "usually");

    /** After a plan these too only lead to the deed: "I'll try to call", "I'll be sending". */
    private static final Set<String> LEADING_ON = Set.of("try", "be", "go");

    /** Longer ones first: the first that fits is taken. */
    private static final List<List<String>> PLANS =
            split(
                    "am going to",
                    "are going to",
                    "am planning to",
                    "was going to",
                    "would like to",
                    "have to",
                    "need to",
                    "want to",
                    "plan to",
                    "got to",
                    "had to",
                    "want you",
                    "will",
                    "would",
                    "can",
                    "could",
                    "should",
                    "might",
                    "must",
                    "am",
                    "are",
                    "do",
                    "think",
                    "guess",
                    "was",
                    "have");

    private static List<List<String>> split(String... plans) {
        return Arrays.stream(plans).map(plan -> List.of(plan.split(" "))).toList();
    }

    static List<Undertaking> in(List<String> words) {
        List<Undertaking> found = new ArrayList<>();
        for (int i = 0; i + 1 < words.size(); i++) {
            if (SUBJECTS.contains(words.get(i))) planned(words, i, i + 1, words.get(i), found);
            else if (isElided(words, i)) planned(words, i, i, "i", found);
        }
        int let = words.indexOf("let");
        if (let >= 0 && let + 1 < words.size() && Set.of("me", "us").contains(words.get(let + 1)))
            found.add(after(words, let, words.get(let + 1), "let", let + 2));
        return found;
    }

    /** "Will send it tomorrow." is short for I; "Will you?" is not. */
    private static boolean isElided(List<String> words, int i) {
        return words.get(i).equals("will")
                && LEADS.containsAll(words.subList(0, i))
                && !Set.of("you", "he", "she", "it", "they", "that", "this", "the", "there", "your")
                        .contains(words.get(i + 1))
                && !words.contains("?");
    }

    private static void planned(
            List<String> words, int at, int from, String subject, List<Undertaking> found) {
        int i = from;
        while (i < words.size() && MANNERS.contains(words.get(i))) i++;
        for (List<String> plan : PLANS) {
            int end = i + plan.size();
            if (end <= words.size() && words.subList(i, end).equals(plan)) {
                found.add(after(words, at, subject, String.join(" ", plan), end));
                return;
            }
        }
    }

    private static Undertaking after(
            List<String> words, int at, String subject, String plan, int from) {
        List<String> manner = new ArrayList<>();
        boolean negated = false;
        int i = from;
        for (; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("not")) negated = true;
            else if (MANNERS.contains(word) || LEADING_ON.contains(word)) manner.add(word);
            else break;
        }
        return new Undertaking(at, subject, plan, at(words, i), at(words, i + 1), negated, manner);
    }

    private static String at(List<String> words, int i) {
        return i < words.size() ? words.get(i) : "";
    }

    /** Nothing but leading words stands before it. */
    boolean isMain(List<String> words) {
        return LEADS.containsAll(words.subList(0, at));
    }
}
