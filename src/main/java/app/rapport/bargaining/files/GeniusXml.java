package app.rapport.bargaining.files;

import app.rapport.bargaining.Domain;
import app.rapport.bargaining.Issue;
import app.rapport.bargaining.Negotiation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.w3c.dom.Element;

/**
 * Scenarios as GENIUS keeps them (Lin, Kraus, Baarslag, Tykhonov, Hindriks and Jonker 2014,
 * Computational Intelligence 30:48-70): a file of the domain, and one of each side's profile.
 * Linear additive spaces of two parties with discrete and integer issues. Objectives may hold
 * others: GENIUS adds up the issues, each with its own weight, and asks for no objective's.
 */
public final class GeniusXml {
    private GeniusXml() {}

    public static Negotiation read(Path domain, Path ours, Path theirs) {
        GeniusDomain read = GeniusDomain.of(XmlFile.read(domain));
        return new Negotiation(
                read.domain(),
                new GeniusProfile(XmlFile.read(ours), read).utility(),
                new GeniusProfile(XmlFile.read(theirs), read).utility());
    }

    /**
     * What is negotiated, and by which index profiles may speak of each issue.
     *
     * @param indexes in the order of the domain's issues
     */
    record GeniusDomain(Domain domain, List<String> indexes) {
        static GeniusDomain of(XmlFile file) {
            List<Issue> issues = new ArrayList<>();
            List<String> indexes = new ArrayList<>();
            long options = 0;
            for (Element issue : XmlFile.below(space(file), "issue")) {
                issues.add(issue(file, issue));
                indexes.add(index(issue, issues.size()));
                options += issues.getLast().options().size();
                Size.refusal(issues.size(), options)
                        .ifPresent(why -> {
                            throw file.unreadable(why);
                        });
            }
            Named.twice(issues, Issue::name)
                    .ifPresent(twice -> {
                        throw file.unreadable("two issues are called \"" + twice + "\"");
                    });
            if (issues.isEmpty()) throw file.unreadable("the domain has no issue");
            return new GeniusDomain(new Domain(issues), List.copyOf(indexes));
        }
    }

    /** As it says, else by its place. */
    static String index(Element issue, int place) {
        String index = issue.getAttribute("index").strip();
        return index.isEmpty() ? Integer.toString(place) : index;
    }

    /** The element that holds the issues, if they are of a kind that can be analysed. */
    static Element space(XmlFile file) {
        Element root = file.root();
        boolean nonlinear =
                root.getAttribute("type").equalsIgnoreCase("nonlinear")
                        || file.first("hyperRectangle").isPresent()
                        || file.first("ufun").isPresent();
        if (nonlinear)
            throw file.unreadable(
                    "a nonlinear utility space (hyper-rectangles); only linear additive ones can be"
                            + " analysed");
        if (root.getTagName().equals("utility_space")) return root;
        return file.first("utility_space")
                .orElseThrow(() -> file.unreadable("there is no utility_space in it"));
    }

    private static Issue issue(XmlFile file, Element issue) {
        String name = name(file, issue);
        return switch (kind(issue)) {
            case "discrete" -> choice(file, name, issue);
            case "integer" -> new Issue(name, Issue.Kind.NUMBER, numbers(file, name, issue));
            default ->
                    throw file.unreadable(
                            "issue \""
                                    + name
                                    + "\" is "
                                    + kind(issue)
                                    + "; only discrete and integer ones have options to count");
        };
    }

    private static String kind(Element issue) {
        for (String attribute : List.of("vtype", "type", "etype"))
            if (issue.hasAttribute(attribute))
                return issue.getAttribute(attribute).strip().toLowerCase(Locale.ROOT);
        return "discrete";
    }

    static String name(XmlFile file, Element issue) {
        String name = issue.getAttribute("name").strip();
        if (name.isEmpty()) throw file.unreadable("an issue has no name");
        return name;
    }

    private static Issue choice(XmlFile file, String name, Element issue) {
        List<String> options =
                XmlFile.below(issue, "item").stream()
                        .map(item -> item.getAttribute("value").strip())
                        .toList();
        if (options.isEmpty()) throw file.unreadable("issue \"" + name + "\" has no option");
        Named.twice(options, option -> option)
                .ifPresent(twice -> {
                    throw file.unreadable(
                            "issue \"" + name + "\" has two options \"" + twice + "\"");
                });
        return new Issue(name, Issue.Kind.CHOICE, options);
    }

    private static List<String> numbers(XmlFile file, String name, Element issue) {
        String of = "issue \"" + name + "\"";
        Element bounds = bounds(issue);
        int low = file.whole(bounds, "lowerbound", of);
        int high = file.whole(bounds, "upperbound", of);
        int step = bounds.hasAttribute("step") ? file.whole(bounds, "step", of) : 1;
        if (step <= 0) throw file.unreadable(of + " has a step that is not above 0");
        if (high < low) throw file.unreadable(of + " ends before it begins");
        if ((high - low) / step >= Size.MOST_OPTIONS)
            throw file.unreadable(of + " has more than 10,000 options");
        return IntStream.rangeClosed(0, (high - low) / step)
                .mapToObj(at -> Integer.toString(low + at * step))
                .toList();
    }

    /** Older versions write them into an element of their own. */
    static Element bounds(Element issue) {
        List<Element> ranges = XmlFile.below(issue, "range");
        return issue.hasAttribute("lowerbound") || ranges.isEmpty() ? issue : ranges.getFirst();
    }
}
