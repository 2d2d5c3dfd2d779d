package app.rapport.conversations.web;

import app.rapport.conversations.Attachment;
import app.rapport.conversations.Touch;
import app.rapport.ui.Page;
import java.util.List;
import java.util.Optional;

/**
 * The very touch, as a page or in the drawer.
 *
 * @param before words before the marked passage, {@code marked} the passage, {@code after} the rest
 * @param earlier what stood there before it was corrected, newest first
 * @param mayGo whether it was logged by hand, and can be deleted
 * @param thread all of its thread, oldest first
 */
public record TouchPage(
        Touch touch,
        String title,
        int number,
        List<Touch> thread,
        String before,
        String marked,
        String after,
        String folded,
        Optional<String> answerHref,
        List<Attachment> attachments,
        List<Touch> earlier,
        boolean mayGo,
        boolean drawer)
        implements Page {}
