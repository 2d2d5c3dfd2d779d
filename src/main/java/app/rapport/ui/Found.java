package app.rapport.ui;

import app.rapport.kernel.SearchSource;
import java.util.Locale;

/** One thing found, and where the palette puts it: people, doings, mails, places to go to. */
record Found(
        String group,
        int order,
        String title,
        String detail,
        String href,
        String icon,
        double score,
        String key) {

    static Found of(SearchSource.Hit hit) {
        return switch (hit.kind()) {
            case "person" -> of(hit, "People and companies", 1, "user");
            case "account", "company" -> of(hit, "People and companies", 1, "building");
            case "mail", "touch", "thread" -> of(hit, "Mails", 3, "mail");
            case "do" -> of(hit, "Do", 2, "plus");
            case "add" -> of(hit, "Add", 10, "user-plus");
            default ->
                    of(
                            hit,
                            hit.kind().substring(0, 1).toUpperCase(Locale.ROOT)
                                    + hit.kind().substring(1),
                            4,
                            "list");
        };
    }

    private static Found of(SearchSource.Hit hit, String group, int order, String icon) {
        return new Found(
                group, order, hit.title(), hit.detail(), hit.href(), icon, hit.score(), "");
    }

    static Found place(NavEntry.Item item) {
        return new Found(
                "Go to",
                9,
                item.title(),
                "",
                item.href(),
                item.icon(),
                0,
                "G " + item.key().toUpperCase(Locale.ROOT));
    }

    FindResults.Hit drawn(int number, String words) {
        return new FindResults.Hit(
                "o" + number,
                title,
                Matches.pieces(title, words),
                detail,
                href,
                icon,
                icon.equals("user"),
                number == 0,
                number == 0 ? "Enter" : key);
    }
}
