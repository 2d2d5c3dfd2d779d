package app.rapport.bargaining;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** What is negotiated: an outcome gives each issue one of its options. */
public record Domain(List<Issue> issues) {
    public Domain {
        issues = List.copyOf(issues);
    }

    public int size() {
        return issues.size();
    }

    public Issue issue(int at) {
        return issues.get(at);
    }

    /** The options that issue {@code at} has. */
    public int options(int at) {
        return issues.get(at).options().size();
    }

    /** How many outcomes there are; more than a long holds if need be. */
    public BigInteger outcomes() {
        return issues.stream()
                .map(issue -> BigInteger.valueOf(issue.options().size()))
                .reduce(BigInteger.ONE, BigInteger::multiply);
    }

    /** An outcome in words: issue and option. */
    public SequencedMap<String, String> words(Outcome outcome) {
        SequencedMap<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < size(); i++)
            words.put(issue(i).name(), issue(i).options().get(outcome.option(i)));
        return words;
    }

    /**
     * @throws IllegalArgumentException for an issue left out or an option that is none
     */
    public Outcome outcome(Map<String, String> words) {
        int[] options = new int[size()];
        for (int i = 0; i < options.length; i++) {
            options[i] = issue(i).options().indexOf(words.getOrDefault(issue(i).name(), ""));
            if (options[i] < 0)
                throw new IllegalArgumentException("no known option for " + issue(i).name());
        }
        return new Outcome(options);
    }
}
