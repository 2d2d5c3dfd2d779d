package app.rapport.ui;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/** Draws a page record with the template of its name. */
final class PageView implements View {
    private static final String ROOT = "app.rapport.";

    private final TemplateEngine templates;
    private final Frames frames;
    private final Page page;

    PageView(TemplateEngine templates, Frames frames, Page page) {
        this.templates = templates;
        this.frames = frames;
        this.page = page;
    }

    @Override
    public void render(
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Frame frame =
                page instanceof ErrorPage
                        ? frames.bareFrame(request)
                        : frames.frame(request, response);
        Utf8ByteOutput output = new Utf8ByteOutput();
        templates.render(template(page.getClass()), Map.of("page", page, "frame", frame), output);
        response.setStatus(page.status());
        response.setContentType("text/html;charset=UTF-8");
        response.addHeader("Vary", "HX-Request");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    /** {@code app.rapport.people.web.PeoplePage} → {@code people/PeoplePage.jte}. */
    static String template(Class<? extends Page> type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT)) {
            throw new IllegalArgumentException("a page outside the house: " + type);
        }
        String inside = name.substring(ROOT.length());
        int drawer = inside.indexOf('.');
        String room = drawer < 0 ? inside : inside.substring(0, drawer);
        return room + "/" + type.getSimpleName() + ".jte";
    }
}
