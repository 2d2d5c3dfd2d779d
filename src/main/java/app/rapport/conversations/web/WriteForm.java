package app.rapport.conversations.web;

import static app.rapport.kernel.GivenWords.orEmpty;

import app.rapport.conversations.Draft;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Uuid7;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail as the form sends it. */
record WriteForm(
        @Nullable UUID draft,
        @Nullable UUID answers,
        @Nullable String to,
        @Nullable String copies,
        @Nullable String subject,
        @Nullable String words) {

    Draft of(PersonId person) {
        return new Draft(
                draft == null ? Uuid7.next() : draft,
                person,
                Optional.ofNullable(answers).map(TouchId::new),
                orEmpty(to).strip(),
                orEmpty(copies),
                orEmpty(subject),
                orEmpty(words));
    }
}
