package app.rapport.cli;

import app.rapport.mailboxes.MailboxReport;
import app.rapport.mailboxes.MailboxReport.FolderReport;
import app.rapport.mailboxes.MailboxReport.Totals;
import app.rapport.mailboxes.Mailboxes.View;
import app.rapport.mailboxes.model.MailboxId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Mailboxes as JSON: keys are always there, what is unknown is null. */
final class MailboxJson {
    private MailboxJson() {}

    static String id(MailboxId id) {
        return json(Map.of("id", id.toString()));
    }

    static String all(List<View> views) {
        return json(Map.of("mailboxes", views.stream().map(MailboxReport::of).toList()));
    }

    /** What one reading brought. */
    record Synced(
            UUID id,
            String name,
            long read,
            long stored,
            long alreadyKnown,
            long setAside,
            @Nullable String trouble,
            List<FolderReport> folders) {}

    static String synced(List<View> before, List<View> after) {
        List<Synced> mailboxes = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            MailboxReport now = MailboxReport.of(after.get(i));
            Totals brought = now.totals().since(MailboxReport.of(before.get(i)).totals());
            mailboxes.add(
                    new Synced(
                            now.id(),
                            now.name(),
                            brought.read(),
                            brought.stored(),
                            brought.alreadyKnown(),
                            brought.setAside(),
                            now.trouble(),
                            now.folders()));
        }
        return json(Map.of("mailboxes", mailboxes));
    }

    private static String json(Map<String, ?> object) {
        return JsonMapper.shared().writeValueAsString(object);
    }
}
