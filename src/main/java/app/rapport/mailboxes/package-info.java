/** Mail that comes in by itself: members' mailboxes, read over IMAP and kept up with. */
@NullMarked
@ApplicationModule(
        displayName = "mailboxes",
        allowedDependencies = {
            "kernel",
            "database",
            "ui",
            "access",
            "post",
            "people",
            "conversations",
            "exchange",
            "exchange::model"
        })
package app.rapport.mailboxes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
