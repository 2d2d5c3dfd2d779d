package app.rapport.bargaining.files;

import app.rapport.bargaining.Domain;
import app.rapport.bargaining.Issue;
import app.rapport.bargaining.Negotiation;
import app.rapport.bargaining.Sketch;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A negotiation in JSON: issues, and for each side weights, scores, reservation and discount. A
 * number may be a span {@code [low, high]} or left out where it is not known; docs/bargaining.md
 * has the schema.
 */
public record NegotiationJson(Domain domain, Sketch ours, Sketch theirs) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    public static NegotiationJson read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > Size.MOST_BYTES)
                throw new Unreadable(name + ": larger than 5 MB, which no negotiation is");
            return read(name, JSON.readTree(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            throw new Unreadable("there is no file " + file);
        } catch (IOException e) {
            throw new Unreadable(name + ": the file cannot be read");
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new Unreadable(name + (line > 0 ? ", line " + line : "") + ": this is no JSON");
        }
    }

    /** Spans taken at their middle. */
    public Negotiation likely() {
        return new Negotiation(domain, ours.likely(), theirs.likely());
    }

    /** Whether nothing in it is a guess. */
    public boolean sure() {
        return ours.sure() && theirs.sure();
    }

    private static NegotiationJson read(String file, JsonNode root) {
        if (root.has("parties"))
            throw new Unreadable(
                    file
                            + ": there are two parties in a negotiation here, \"ours\" and \"theirs\"");
        List<Issue> issues = new ArrayList<>();
        long options = 0;
        for (JsonNode issue : root.path("issues")) {
            issues.add(issue(file, issue));
            options += issues.getLast().options().size();
            Size.refusal(issues.size(), options)
                    .ifPresent(why -> {
                        throw new Unreadable(file + ": " + why);
                    });
        }
        if (issues.isEmpty()) throw new Unreadable(file + ": there are no \"issues\"");
        Named.twice(issues, Issue::name)
                .ifPresent(twice -> {
                    throw new Unreadable(file + ": two issues are called \"" + twice + "\"");
                });
        Domain domain = new Domain(issues);
        return new NegotiationJson(
                domain,
                new JsonSide(file, "ours", domain, root.path("ours")).sketch(),
                new JsonSide(file, "theirs", domain, root.path("theirs")).sketch());
    }

    private static Issue issue(String file, JsonNode issue) {
        String name = issue.path("name").asString("").strip();
        if (name.isEmpty()) throw new Unreadable(file + ": an issue has no name");
        String of = file + ": issue \"" + name + "\"";
        String kind = issue.path("kind").asString("choice").toLowerCase(Locale.ROOT);
        return switch (kind) {
            case "choice" -> new Issue(name, Issue.Kind.CHOICE, options(of, issue));
            case "ordered" -> new Issue(name, Issue.Kind.ORDERED, options(of, issue));
            case "number" -> new Issue(name, Issue.Kind.NUMBER, numbers(of, issue));
            default ->
                    throw new Unreadable(
                            of
                                    + " is of kind \""
                                    + kind
                                    + "\"; choice, ordered and number are known");
        };
    }

    private static List<String> options(String of, JsonNode issue) {
        List<String> options = new ArrayList<>();
        for (JsonNode option : issue.path("options")) options.add(option.asString("").strip());
        if (options.isEmpty()) throw new Unreadable(of + " has no options");
        if (options.contains("")) throw new Unreadable(of + " has an option without a name");
        if (options.size() > Size.MOST_OPTIONS)
            throw new Unreadable(of + " has more than 10,000 options");
        Named.twice(options, option -> option)
                .ifPresent(twice -> {
                    throw new Unreadable(of + " has two options \"" + twice + "\"");
                });
        return options;
    }

    private static List<String> numbers(String of, JsonNode issue) {
        BigDecimal from = number(of, issue, "from");
        BigDecimal to = number(of, issue, "to");
        BigDecimal step = issue.has("step") ? number(of, issue, "step") : BigDecimal.ONE;
        if (step.signum() <= 0) throw new Unreadable(of + " has a step that is not above 0");
        if (to.compareTo(from) < 0) throw new Unreadable(of + " ends before it begins");
        BigDecimal steps = to.subtract(from).divide(step, 0, RoundingMode.DOWN);
        if (steps.compareTo(BigDecimal.valueOf(Size.MOST_OPTIONS)) >= 0)
            throw new Unreadable(of + " has more than 10,000 options");
        return IntStream.rangeClosed(0, steps.intValueExact())
                .mapToObj(i -> from.add(step.multiply(BigDecimal.valueOf(i))))
                .map(value -> value.stripTrailingZeros().toPlainString())
                .toList();
    }

    private static BigDecimal number(String of, JsonNode issue, String field) {
        JsonNode value = issue.path(field);
        if (!value.isNumber()) throw new Unreadable(of + " needs a number \"" + field + "\"");
        BigDecimal number = value.decimalValue();
        if (number.abs().compareTo(BigDecimal.valueOf(1e12)) > 0 || number.scale() > 12)
            throw new Unreadable(of + ": \"" + field + "\" is beyond what can be counted");
        return number;
    }
}
