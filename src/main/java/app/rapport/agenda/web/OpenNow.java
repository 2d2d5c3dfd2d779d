package app.rapport.agenda.web;

import app.rapport.agenda.Today;
import app.rapport.agenda.model.Item;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.Touch;
import app.rapport.kernel.Evidence;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.PersonSection;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What of Today is open with somebody, above their page. Only where they wait: whether a relation
 * goes quiet is judged against all others, which a page of one person cannot wait for.
 */
@Component
class OpenNow implements PersonSection {
    private final Today today;
    private final Conversations conversations;

    OpenNow(Today today, Conversations conversations) {
        this.today = today;
        this.conversations = conversations;
    }

    @Override
    public Optional<Section> section(Viewer viewer, PersonId person, Instant at) {
        return today.waiting(viewer, person, at)
                .map(item ->
                        new Section(Place.BANNER, 10, "agenda/OpenNow.jte", view(viewer, item)));
    }

    private OpenNowView view(Viewer viewer, Item item) {
        List<TouchId> evidence =
                item.first().evidence().stream().map(Evidence::touch).limit(1).toList();
        Map<TouchId, Touch> mails = conversations.touches(viewer, evidence);
        Map<TouchId, String> answers = conversations.answerLinks(viewer, mails.values());
        Optional<TouchId> mail = evidence.stream().findFirst();
        return new OpenNowView(
                item.level().number(),
                item.level().words(),
                item.since(),
                item.first().why(),
                item.first().firstStep(),
                mail.map(touch -> "/touches/" + touch),
                mail.flatMap(touch -> Optional.ofNullable(answers.get(touch))),
                "/?item=" + URLEncoder.encode(item.id(), StandardCharsets.UTF_8));
    }
}
