package app.rapport.exchange.web;

import app.rapport.conversations.MailArchive.Frequent;
import app.rapport.exchange.model.Progress;
import app.rapport.ui.Page;
import java.util.List;
import java.util.Set;

/**
 * All of a member's imports.
 *
 * @param proposal addresses that may be the member's own, asked for while none but the login's is
 *     known
 * @param own addresses that are known to be theirs
 */
public record ImportsPage(
        List<Progress> imports, List<Frequent> proposal, Set<String> own, Set<String> domains)
        implements Page {}
