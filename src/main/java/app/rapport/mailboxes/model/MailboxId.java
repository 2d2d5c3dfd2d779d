package app.rapport.mailboxes.model;

import app.rapport.kernel.Uuid7;
import java.util.UUID;

public record MailboxId(UUID value) {
    public static MailboxId next() {
        return new MailboxId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
