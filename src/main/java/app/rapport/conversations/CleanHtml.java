package app.rapport.conversations;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Safelist;

/**
 * A mail's HTML with its looks and without anything that runs, reaches out or posts: no script, no
 * remote image, no form.
 */
final class CleanHtml {
    private static final Safelist LOOKS =
            Safelist.relaxed()
                    .removeTags("img")
                    .addTags("font", "center", "hr", "s", "strike", "big")
                    .addAttributes(
                            ":all", "style", "align", "valign", "bgcolor", "color", "width",
                            "height", "dir")
                    .addAttributes("font", "face", "size")
                    .addAttributes("table", "border", "cellpadding", "cellspacing")
                    .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow")
                    .addEnforcedAttribute("a", "target", "_blank");

    private CleanHtml() {}

    static String of(String html) {
        Document.OutputSettings plain = new Document.OutputSettings().prettyPrint(false);
        String body = Jsoup.clean(html, "", LOOKS, plain);
        // a style may name an address to load; the frame's policy refuses it as well
        String quiet = body.replaceAll("(?i)url\\s*\\(", "none(");
        return "<!doctype html><meta charset=\"utf-8\"><meta name=\"referrer\" content=\"no-referrer\"><body>"
                + quiet;
    }
}
