package app.rapport.bargaining.files;

import app.rapport.bargaining.Domain;
import app.rapport.bargaining.Issue;
import app.rapport.bargaining.Utility;
import app.rapport.bargaining.files.GeniusXml.GeniusDomain;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * One side's profile: utility = sum over issues of weight x evaluation / highest evaluation of the
 * issue. An integer issue has an evaluator instead, which is not divided, as in GENIUS.
 */
final class GeniusProfile {
    private static final double NOTHING = 1e-5;

    private final XmlFile file;
    private final Domain domain;
    private final List<String> indexes;
    private final UnaryOperator<String> key;
    private final Set<String> known;
    private final Map<String, Element> byName = new HashMap<>();
    private final Map<String, Element> byIndex = new HashMap<>();
    private final Map<Element, Double> weights = new HashMap<>();

    GeniusProfile(XmlFile file, GeniusDomain domain) {
        this.file = file;
        this.domain = domain.domain();
        this.indexes = domain.indexes();
        List<String> names = this.domain.issues().stream().map(Issue::name).toList();
        this.key = telling(names);
        this.known = names.stream().map(key).collect(Collectors.toSet());
        Map<String, Double> said = weights();
        int place = 0;
        for (Element issue : XmlFile.below(GeniusXml.space(file), "issue")) {
            String index = GeniusXml.index(issue, ++place);
            String name = GeniusXml.name(file, issue);
            if (byName.putIfAbsent(key.apply(name), issue) != null)
                throw file.unreadable("two issues are called \"" + name + "\"");
            byIndex.put(index, issue);
            Optional.ofNullable(said.get(index)).ifPresent(weight -> weights.put(issue, weight));
        }
    }

    private Map<String, Double> weights() {
        Map<String, Double> said = new HashMap<>();
        for (Element weight : file.all("weight")) {
            String index = weight.getAttribute("index").strip();
            double value = file.number(weight, "value", "the weight of issue " + index);
            if (said.put(index, value) != null)
                throw file.unreadable("issue " + index + " has two weights");
        }
        return said;
    }

    /** Names differ by spaces and capitals where a hand was in it, unless these tell them apart. */
    private static UnaryOperator<String> telling(List<String> names) {
        boolean loosely =
                names.stream().map(GeniusProfile::loosely).distinct().count() == names.size();
        return loosely ? GeniusProfile::loosely : String::strip;
    }

    private static String loosely(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    Utility utility() {
        double[][] worth = new double[domain.size()][];
        for (int i = 0; i < worth.length; i++) worth[i] = worth(i);
        return new Utility(worth, file.said("reservation"), discount());
    }

    private double[] worth(int at) {
        Issue issue = domain.issue(at);
        String of = "issue \"" + issue.name() + "\"";
        Element element =
                element(at).orElseThrow(() -> file.unreadable("it says nothing of " + of));
        Double weight = weights.get(element);
        if (weight == null) throw file.unreadable(of + " has no weight");
        if (weight < 0) throw file.unreadable(of + " has a weight below 0");
        boolean evaluator = issue.kind() == Issue.Kind.NUMBER && !hasItems(element);
        double[] evaluations =
                evaluator ? evaluated(element, issue, of) : listed(element, issue, of);
        for (int o = 0; o < evaluations.length; o++) evaluations[o] *= weight;
        return evaluations;
    }

    /** By its name in whatever order; by its index where it has a name that nobody else has. */
    private Optional<Element> element(int at) {
        Element named = byName.get(key.apply(domain.issue(at).name()));
        if (named != null) return Optional.of(named);
        return Optional.ofNullable(byIndex.get(indexes.get(at)))
                .filter(element -> !known.contains(key.apply(element.getAttribute("name"))));
    }

    private static boolean hasItems(Element element) {
        return !XmlFile.below(element, "item").isEmpty();
    }

    private double[] evaluated(Element element, Issue issue, String of) {
        List<Element> evaluators = XmlFile.below(element, "evaluator");
        if (evaluators.isEmpty()) throw file.unreadable(of + " has no evaluator");
        int low = Integer.parseInt(issue.options().getFirst());
        Element bounds = GeniusXml.bounds(element);
        if (bounds.hasAttribute("lowerbound") && file.whole(bounds, "lowerbound", of) != low)
            throw file.unreadable(of + " begins elsewhere than in the domain");
        DoubleUnaryOperator evaluator =
                new GeniusEvaluator(file, evaluators.getFirst(), of).from(low);
        return issue.options().stream()
                .mapToDouble(option -> evaluator.applyAsDouble(Integer.parseInt(option)))
                .toArray();
    }

    private double[] listed(Element element, Issue issue, String of) {
        UnaryOperator<String> option = telling(issue.options());
        Map<String, Double> said = evaluations(element, option, of);
        double highest = said.values().stream().mapToDouble(v -> v).max().orElse(0);
        if (highest < 0) throw file.unreadable(of + " has no evaluation above 0");
        double[] evaluations = new double[issue.options().size()];
        for (int o = 0; o < evaluations.length; o++) {
            Double evaluation = said.remove(option.apply(issue.options().get(o)));
            if (evaluation == null)
                throw file.unreadable(
                        of + " says nothing of option \"" + issue.options().get(o) + "\"");
            evaluations[o] = highest < NOTHING ? 0 : evaluation / highest;
        }
        if (!said.isEmpty())
            throw file.unreadable(
                    of
                            + " names option \""
                            + said.keySet().iterator().next()
                            + "\", which the domain does not know");
        return evaluations;
    }

    private Map<String, Double> evaluations(Element element, UnaryOperator<String> key, String of) {
        Map<String, Double> said = new HashMap<>();
        for (Element item : XmlFile.below(element, "item")) {
            String option = item.getAttribute("value").strip();
            double evaluation = file.number(item, "evaluation", of + ", option \"" + option + "\"");
            if (said.put(key.apply(option), evaluation) != null)
                throw file.unreadable(of + " evaluates option \"" + option + "\" twice");
        }
        return said;
    }

    /** Outside 0 to 1 it means that time costs nothing. */
    private OptionalDouble discount() {
        OptionalDouble discount = file.said("discount_factor");
        if (discount.isEmpty()) discount = file.said("discount");
        return discount.isPresent() && discount.getAsDouble() > 0 && discount.getAsDouble() < 1
                ? discount
                : OptionalDouble.empty();
    }
}
