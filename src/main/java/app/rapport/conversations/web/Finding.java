package app.rapport.conversations.web;

import app.rapport.conversations.Conversations;
import app.rapport.conversations.store.MailSubjects;
import app.rapport.kernel.SearchSource;
import app.rapport.kernel.Viewer;
import app.rapport.ui.Times;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Mails among what is found by typing, and the talk that can be logged with whom was found. */
@Component
class Finding implements SearchSource {
    private static final String PERSON = "/people/";

    private final Conversations conversations;
    private final Clock clock;

    Finding(Conversations conversations, Clock clock) {
        this.conversations = conversations;
        this.clock = clock;
    }

    @Override
    public List<Hit> find(Viewer viewer, String words, int limit) {
        Times times = new Times(viewer.zone(), Locale.UK, clock.instant());
        List<Hit> hits = new ArrayList<>();
        for (MailSubjects.Subject mail : conversations.bySubject(viewer, words, limit)) {
            hits.add(
                    new Hit(
                            "mail",
                            mail.words(),
                            mail.at().map(times::shortDay).orElse(""),
                            "/touches/" + mail.touch(),
                            0.8 - hits.size() * 0.01));
        }
        return hits;
    }

    @Override
    public List<Hit> doings(Viewer viewer, String words, Optional<Hit> first) {
        return List.of(
                first.filter(hit -> hit.href().startsWith(PERSON))
                        .map(hit ->
                                new Hit(
                                        "do",
                                        "Log a call with " + hit.title(),
                                        "",
                                        "/log?person=" + hit.href().substring(PERSON.length()),
                                        0.9))
                        .orElse(new Hit("do", "Log a call", "", "/log", 0.9)));
    }
}
