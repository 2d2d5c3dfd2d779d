package app.rapport.bargaining.files;

import app.rapport.bargaining.Domain;
import app.rapport.bargaining.Issue;
import app.rapport.bargaining.Utility;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.w3c.dom.Element;

/**
 * One side's profile: utility = sum over issues of weight x evaluation / highest evaluation of the
 * issue. An integer issue has an evaluator instead: offset + slope x (value - lower bound), kept
 * between 0 and 1 and not divided, as in GENIUS.
 */
final class GeniusProfile {
    private static final double NOTHING = 1e-5;

    private final XmlFile file;
    private final Domain domain;
    private final Map<String, Element> byName = new HashMap<>();
    private final Map<String, Element> byIndex = new HashMap<>();
    private final Map<String, Double> weights = new HashMap<>();

    GeniusProfile(XmlFile file, Domain domain) {
        this.file = file;
        this.domain = domain;
        for (Element issue : XmlFile.below(GeniusXml.space(file), "issue")) {
            byName.put(GeniusXml.name(file, issue), issue);
            byIndex.put(issue.getAttribute("index"), issue);
        }
        for (Element weight : file.all("weight")) {
            String index = weight.getAttribute("index");
            weights.put(index, file.number(weight, "value", "the weight of issue " + index));
        }
    }

    Utility utility() {
        double[][] worth = new double[domain.size()][];
        for (int i = 0; i < worth.length; i++) worth[i] = worth(i);
        return new Utility(worth, value("reservation"), discount());
    }

    private double[] worth(int at) {
        Issue issue = domain.issue(at);
        String of = "issue \"" + issue.name() + "\"";
        Element element = byName.get(issue.name());
        if (element == null) element = byIndex.get(Integer.toString(at + 1));
        if (element == null) throw file.unreadable("it says nothing of " + of);
        Double weight = weights.get(element.getAttribute("index"));
        if (weight == null) throw file.unreadable(of + " has no weight");
        if (weight < 0) throw file.unreadable(of + " has a weight below 0");
        double[] evaluations =
                issue.kind() == Issue.Kind.NUMBER
                        ? evaluated(element, issue, of)
                        : listed(element, issue, of);
        for (int o = 0; o < evaluations.length; o++) evaluations[o] *= weight;
        return evaluations;
    }

    private double[] evaluated(Element element, Issue issue, String of) {
        List<Element> evaluators = XmlFile.below(element, "evaluator");
        if (evaluators.isEmpty()) throw file.unreadable(of + " has no evaluator");
        int low = file.whole(element, "lowerbound", of);
        if (!issue.options().getFirst().equals(Integer.toString(low)))
            throw file.unreadable(of + " begins elsewhere than in the domain");
        double slope = file.number(evaluators.getFirst(), "slope", of);
        double offset = file.number(evaluators.getFirst(), "offset", of);
        double[] evaluations = new double[issue.options().size()];
        for (int o = 0; o < evaluations.length; o++)
            evaluations[o] = Math.clamp(offset + slope * o, 0, 1);
        return evaluations;
    }

    private double[] listed(Element element, Issue issue, String of) {
        Map<String, Double> said = new HashMap<>();
        for (Element item : XmlFile.below(element, "item")) {
            String option = item.getAttribute("value").strip();
            double evaluation = file.number(item, "evaluation", of + ", option \"" + option + "\"");
            said.put(option, evaluation);
        }
        double highest = said.values().stream().mapToDouble(v -> v).max().orElse(0);
        if (highest < 0) throw file.unreadable(of + " has no evaluation above 0");
        double[] evaluations = new double[issue.options().size()];
        for (int o = 0; o < evaluations.length; o++) {
            Double evaluation = said.remove(issue.options().get(o));
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

    private OptionalDouble value(String tag) {
        return file.first(tag)
                .map(element -> OptionalDouble.of(file.number(element, "value", tag)))
                .orElse(OptionalDouble.empty());
    }

    /** Outside 0 to 1 it means that time costs nothing. */
    private OptionalDouble discount() {
        OptionalDouble discount = value("discount_factor");
        return discount.isPresent() && discount.getAsDouble() > 0 && discount.getAsDouble() < 1
                ? discount
                : OptionalDouble.empty();
    }
}
