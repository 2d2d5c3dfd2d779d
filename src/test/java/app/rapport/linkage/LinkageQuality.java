package app.rapport.linkage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How well links agree with who is who, at a probability of one half. */
record LinkageQuality(int right, int wrong, int missed) {

    static LinkageQuality of(List<Link> links, List<Integer> person) {
        int right = 0;
        int wrong = 0;
        for (Link link : links) {
            if (link.probability() < 0.5) continue;
            if (person.get(link.a()).equals(person.get(link.b()))) right++;
            else wrong++;
        }
        Map<Integer, Integer> sizes = new HashMap<>();
        person.forEach(who -> sizes.merge(who, 1, Integer::sum));
        int all = sizes.values().stream().mapToInt(n -> n * (n - 1) / 2).sum();
        return new LinkageQuality(right, wrong, all - right);
    }

    double f1() {
        return right == 0 ? 0 : 2.0 * right / (2.0 * right + wrong + missed);
    }
}
