package app.rapport.post.web;

import app.rapport.post.Outgoing;
import app.rapport.post.Outgoing.State;
import app.rapport.ui.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A member's mails: those that wait, left, or did not.
 *
 * @param next where the next page begins; empty on the last
 */
public record OutboxPage(List<Line> lines, boolean first, Optional<String> next) implements Page {

    /**
     * One mail.
     *
     * @param kind and {@code icon} of its pill
     */
    public record Line(
            String id,
            String to,
            String subject,
            String kind,
            String icon,
            String state,
            Optional<String> failure,
            Instant at,
            boolean waits,
            boolean mayArrive,
            boolean mayTry) {

        static Line of(Outgoing mail) {
            State state = mail.state();
            Pill pill = Pill.of(mail);
            boolean failed = state == State.FAILED || state == State.UNCLEAR;
            return new Line(
                    mail.id().toString(),
                    String.join(", ", mail.recipients()),
                    mail.subject().isBlank() ? "No subject" : mail.subject(),
                    pill.kind(),
                    pill.icon(),
                    pill.words(),
                    mail.failure(),
                    mail.sentAt().orElse(mail.createdAt()),
                    state == State.WAITING,
                    state == State.UNCLEAR,
                    failed || (state == State.WAITING && mail.attempts() > 0));
        }
    }

    private record Pill(String kind, String icon, String words) {
        static Pill of(Outgoing mail) {
            return switch (mail.state()) {
                case WAITING ->
                        mail.attempts() > 0
                                ? new Pill("risk", "clock", "Is tried again")
                                : new Pill("open", "clock", "Waits");
                case CONNECTING, HANDING_OVER -> new Pill("open", "send", "Is being sent");
                case SENT -> new Pill("kept", "check", "Sent");
                case FAILED -> new Pill("broken", "alert-triangle", "Did not leave");
                case UNCLEAR -> new Pill("risk", "help-circle", "May have left");
                case WITHDRAWN -> new Pill("none", "x", "Discarded");
            };
        }
    }
}
