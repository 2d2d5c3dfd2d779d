package app.rapport.listening.dates;

import java.util.List;
import java.util.Map;
import java.util.Optional;

final class EnglishNumbers {
    private static final List<String> ONES =
            List.of(
                    "zero",
                    "one",
                    "two",
                    "three",
                    "four",
                    "five",
                    "six",
                    "seven",
                    "eight",
                    "nine",
                    "ten",
                    "eleven",
                    "twelve",
                    "thirteen",
                    "fourteen",
                    "fifteen",
                    "sixteen",
                    "seventeen",
                    "eighteen",
                    "nineteen",
                    "twenty");
    private static final Map<String, Integer> OTHERS =
            Map.of(
                    "a",
                    1,
                    "an",
                    1,
                    "the",
                    1,
                    "a couple of",
                    2,
                    "couple of",
                    2,
                    "a few",
                    3,
                    "few",
                    3);

    /** What a count in front of days or weeks may be. */
    static final String COUNT =
            "a couple of|a few|couple of|few|an?|" + String.join("|", ONES) + "|\\d{1,3}";

    private EnglishNumbers() {}

    static Optional<Integer> count(String words) {
        if (Character.isDigit(words.charAt(0))) return Optional.of(Integer.parseInt(words));
        if (OTHERS.containsKey(words)) return Optional.of(OTHERS.get(words));
        int place = ONES.indexOf(words);
        return place < 0 ? Optional.empty() : Optional.of(place);
    }
}
