package app.rapport.conversations.mail;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** HTML as plain text: paragraphs as lines, quotations marked with {@code >}. */
final class HtmlText {
    private static final int LONGEST = 2_000_000;
    private static final Set<String> BLOCKS =
            Set.of(
                    "p",
                    "div",
                    "br",
                    "tr",
                    "li",
                    "ul",
                    "ol",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "blockquote",
                    "table",
                    "pre",
                    "hr");
    private static final Set<String> SILENT =
            Set.of("style", "script", "head", "title", "noscript");

    private HtmlText() {}

    static String of(String html) {
        String bounded = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
        Writer writer = new Writer();
        Jsoup.parse(bounded).body().traverse(writer);
        return writer.text
                .toString()
                .replaceAll("[ \\t\\u00a0]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static final class Writer implements NodeVisitor {
        private final StringBuilder text = new StringBuilder();
        private int quotes;
        private int silent;
        private boolean lineStart = true;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                if (silent == 0) write(words.text());
                return;
            }
            if (!(node instanceof Element element)) return;
            String tag = element.normalName();
            if (SILENT.contains(tag)) silent++;
            if (BLOCKS.contains(tag)) line();
            if (tag.equals("blockquote")) quotes++;
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) return;
            String tag = element.normalName();
            if (SILENT.contains(tag)) silent--;
            if (BLOCKS.contains(tag) && !tag.equals("br")) line();
            if (tag.equals("blockquote")) quotes--;
            if (tag.equals("p")) text.append('\n');
        }

        private void write(String words) {
            String clean = words.replace('\u00a0', ' ');
            if (lineStart && clean.isBlank()) return;
            if (lineStart) text.append("> ".repeat(Math.min(quotes, 20)));
            text.append(lineStart ? clean.stripLeading() : clean);
            lineStart = false;
        }

        private void line() {
            if (!lineStart) text.append('\n');
            lineStart = true;
        }
    }
}
