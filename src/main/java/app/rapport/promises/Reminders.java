package app.rapport.promises;

import app.rapport.access.Access;
import app.rapport.access.BaseAddress;
import app.rapport.access.Member;
import app.rapport.database.CurrentWorkspace;
import app.rapport.database.RecurringJob;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.WorkspaceId;
import app.rapport.post.Letter;
import app.rapport.post.NotSendable;
import app.rapport.post.Post;
import app.rapport.promises.model.Promise;
import app.rapport.promises.store.ReminderRows;
import app.rapport.promises.store.ReminderRows.Due;
import app.rapport.ui.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails the reminders that members ordered by mail; each once, and none a day after its time. */
@Component
@ConditionalOnWebApplication
class Reminders implements RecurringJob {
    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

    /** A server that was down does not remind of yesterday; it stands in Today all the same. */
    private static final Duration TOO_LATE = Duration.ofDays(1);

    private final ReminderRows rows;
    private final Tasks tasks;
    private final Access access;
    private final Post post;
    private final BaseAddress base;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reminders(
            ReminderRows rows,
            Tasks tasks,
            Access access,
            Post post,
            BaseAddress base,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.tasks = tasks;
        this.access = access;
        this.post = post;
        this.base = base;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "task-reminders";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        for (WorkspaceId workspace : rows.workspaces(now))
            CurrentWorkspace.run(
                    workspace,
                    () -> rows.due(workspace, now).forEach(due -> remind(workspace, due, now)));
    }

    /** One member's trouble keeps nobody else from their reminder. */
    private void remind(WorkspaceId workspace, Due due, Instant now) {
        try {
            transaction.executeWithoutResult(_ -> remindOnce(workspace, due, now));
        } catch (RuntimeException e) {
            LOG.warn("the reminder of task {} is not sent", due.task(), e);
        }
    }

    private void remindOnce(WorkspaceId workspace, Due due, Instant now) {
        if (!rows.claim(workspace, due.task(), now)) return;
        if (due.at().isBefore(now.minus(TOO_LATE))) return;
        access.member(workspace, new MemberId(due.member()))
                .ifPresent(member ->
                        tasks.one(member.viewer(), due.task())
                                .ifPresent(task -> send(member, task, now)));
    }

    private void send(Member member, Promise task, Instant now) {
        Times times = new Times(member.zone(), member.locale(), now);
        String until = task.due().map(by -> "Due " + times.longDay(by.day()) + ".\n").orElse("");
        String text =
                task.what()
                        + "\n"
                        + until
                        + "\n"
                        + base.of("/promises/" + task.id())
                        + "\n\nYou ordered this reminder on the page of the task.\n";
        try {
            post.sendForProgram(
                    member.viewer(),
                    Letter.plain(member.email(), "Reminder: " + task.what(), text));
        } catch (NotSendable e) {
            LOG.info("a reminder of member {} cannot be sent: {}", member.id(), e.getMessage());
        }
    }
}
