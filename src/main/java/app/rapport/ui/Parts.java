package app.rapport.ui;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Draws a part of a page whose template only another room knows; it takes {@code page} and {@code
 * times}.
 */
@Component
@ConditionalOnWebApplication
public class Parts {
    private final TemplateEngine templates;

    Parts(TemplateEngine templates) {
        this.templates = templates;
    }

    /** A part of a page, drawn where its page stands: it takes {@code frame} as well, for forms. */
    public interface Part {
        Content in(Frame frame);
    }

    public Part part(String template, Object page) {
        return frame ->
                output ->
                        templates.render(
                                template,
                                Map.of("page", page, "times", frame.times(), "frame", frame),
                                output);
    }

    public Content drawn(String template, Object page, Times times) {
        return output -> templates.render(template, Map.of("page", page, "times", times), output);
    }
}
