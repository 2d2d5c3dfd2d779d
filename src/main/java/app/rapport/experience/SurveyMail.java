package app.rapport.experience;

import app.rapport.access.Member;
import app.rapport.experience.model.Measure;
import app.rapport.experience.model.Occasion;
import app.rapport.people.PersonCard;
import app.rapport.post.Letter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.web.util.HtmlUtils;

/**
 * The mail that asks: one question whose every answer is a link, so that one tap does. The link
 * only opens the page; programs that look into mails answer nothing by it.
 */
final class SurveyMail {
    private SurveyMail() {}

    static Letter of(
            PersonCard person,
            String address,
            Member by,
            Occasion occasion,
            Measure measure,
            String link) {
        return Letter.to(
                        List.of(new Letter.Recipient(person.name(), address)),
                        occasion.opening(),
                        text(person, by, occasion, measure, link))
                .alsoAs(html(person, by, occasion, measure, link))
                .from(new Letter.Recipient(by.name(), by.email()));
    }

    private static String text(
            PersonCard person, Member by, Occasion occasion, Measure measure, String link) {
        return """
        Dear %s,

        %s

        %s
        From %d (%s) to %d (%s). One tap and, if you like, one line:

        %s

        What you say goes to us and nobody else. The link is yours, and works once.

        %s
        %s
        """
                .formatted(
                        person.name(),
                        occasion.opening(),
                        measure.question(occasion),
                        measure.lowest(),
                        measure.worst().toLowerCase(java.util.Locale.ROOT),
                        measure.highest(),
                        measure.best().toLowerCase(java.util.Locale.ROOT),
                        link,
                        by.name(),
                        by.workspaceName());
    }

    /** Mail programs know no style sheets, so what little there is stands at the elements. */
    private static String html(
            PersonCard person, Member by, Occasion occasion, Measure measure, String link) {
        String choices =
                IntStream.rangeClosed(measure.lowest(), measure.highest())
                        .mapToObj(rating ->
                                "<a href=\"%s?rating=%d\" style=\"display:inline-block;min-width:28px;padding:9px 6px;margin:0 4px 6px 0;border:1px solid #0a6166;border-radius:6px;color:#0a6166;text-align:center;text-decoration:none\">%d</a>"
                                        .formatted(HtmlUtils.htmlEscape(link), rating, rating))
                        .collect(Collectors.joining());
        return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>%s</title></head>
        <body style="font-family: sans-serif; font-size: 16px; line-height: 1.45; color: #1a2322; max-width: 560px">
        <p>Dear %s,</p>
        <p>%s</p>
        <p><b>%s</b></p>
        <p>%s<br><span style="color: #5c6764; font-size: 13px">%d is “%s”, %d is “%s”.</span></p>
        <p style="color: #5c6764; font-size: 13px">What you say goes to us and nobody else. The link is yours, and works once.</p>
        <p>%s<br>%s</p>
        </body></html>
        """
                .formatted(
                        escaped(occasion.opening()),
                        escaped(person.name()),
                        escaped(occasion.opening()),
                        escaped(measure.question(occasion)),
                        choices,
                        measure.lowest(),
                        escaped(measure.worst()),
                        measure.highest(),
                        escaped(measure.best()),
                        escaped(by.name()),
                        escaped(by.workspaceName()));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
