package app.rapport.bargaining.files;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.w3c.dom.Element;

/**
 * What a number is worth by its evaluator, kept between 0 and 1: linear, constant and triangular
 * functions as GENIUS has them. Its newer versions write a slope and an offset, counted from the
 * lower bound; its older ones parameters of the number itself.
 */
final class GeniusEvaluator {
    private final XmlFile file;
    private final Element evaluator;
    private final String of;

    GeniusEvaluator(XmlFile file, Element evaluator, String of) {
        this.file = file;
        this.evaluator = evaluator;
        this.of = of;
    }

    /**
     * @param low the lower bound of the issue
     */
    DoubleUnaryOperator from(int low) {
        String kind = evaluator.getAttribute("ftype").strip().toLowerCase(Locale.ROOT);
        DoubleUnaryOperator function =
                switch (kind) {
                    case "", "linear" -> linear(low);
                    case "constant" -> constant();
                    case "triangular" -> triangular(1);
                    case "triangular_variable_top" -> triangular(number("parameter3"));
                    default ->
                            throw file.unreadable(
                                    of
                                            + " has an evaluator of kind \""
                                            + kind
                                            + "\", which is not known");
                };
        return number -> Math.clamp(function.applyAsDouble(number), 0, 1);
    }

    private double number(String attribute) {
        return file.number(evaluator, attribute, of);
    }

    private DoubleUnaryOperator linear(int low) {
        if (evaluator.hasAttribute("parameter1") && !evaluator.hasAttribute("slope")) {
            double slope = number("parameter1");
            double offset = number("parameter0");
            return number -> offset + slope * number;
        }
        double slope = number("slope");
        double offset = number("offset");
        return number -> offset + slope * (number - low);
    }

    private DoubleUnaryOperator constant() {
        double all = number(evaluator.hasAttribute("parameter0") ? "parameter0" : "offset");
        return _ -> all;
    }

    private DoubleUnaryOperator triangular(double highest) {
        double low = number("parameter0");
        double high = number("parameter1");
        double top = number("parameter2");
        if (top < low || high < top)
            throw file.unreadable(of + " has an evaluator whose top lies outside its ends");
        return number -> {
            if (number < low || number > high) return 0;
            if (number == top) return highest;
            return highest
                    * (number < top
                            ? (number - low) / (top - low)
                            : (high - number) / (high - top));
        };
    }
}
