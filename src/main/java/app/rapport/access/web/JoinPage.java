package app.rapport.access.web;

import app.rapport.access.Invitations.Welcome;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import java.util.Optional;

/**
 * Behind an invitation's link.
 *
 * @param welcome empty when the link opens nothing
 * @param byProvider whether the firm's own log-in is their only way in
 */
public record JoinPage(
        String token,
        Optional<Welcome> welcome,
        boolean byProvider,
        String name,
        Wrong wrong,
        int status)
        implements Page {}
