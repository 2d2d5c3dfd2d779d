package app.rapport.post;

import app.rapport.database.CurrentWorkspace;
import app.rapport.database.OutsideWorkspace;
import app.rapport.database.Presence;
import app.rapport.database.RecurringJob;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Empties the outbox. Each mail goes through three states on the disk: connecting (nothing left: a
 * crash means another attempt), handing over (a crash means nobody knows: it is shown, not sent
 * again), sent.
 */
@Component
class Postman implements RecurringJob {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private final Outbox outbox;
    private final SmtpAccounts accounts;
    private final OutsideWorkspace outside;
    private final Presence presence;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration pace;

    Postman(
            Outbox outbox,
            SmtpAccounts accounts,
            OutsideWorkspace outside,
            Presence presence,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${rapport.jobs.pace:PT5S}") Duration pace) {
        this.pace = pace;
        this.outbox = outbox;
        this.accounts = accounts;
        this.outside = outside;
        this.presence = presence;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public Duration every() {
        return pace;
    }

    @Override
    public void run() {
        List<UUID> due =
                outside.jdbc()
                        .sql("SELECT workspaces_with_mail_due(:now)")
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .query(UUID.class)
                        .list();
        for (UUID workspace : due) {
            WorkspaceId id = new WorkspaceId(workspace);
            CurrentWorkspace.run(id, () -> empty(id));
        }
    }

    private void empty(WorkspaceId workspace) {
        presence.name(); // else our own might be taken for a dead process's
        outbox.cutOff(workspace, clock.instant());
        for (Optional<Outbox.Claimed> next = claim(workspace);
                next.isPresent();
                next = claim(workspace)) {
            deliver(workspace, next.get());
        }
        outbox.unannounced(workspace).forEach(id -> announce(workspace, id));
    }

    private Optional<Outbox.Claimed> claim(WorkspaceId workspace) {
        Instant now = clock.instant();
        return outbox.claim(workspace, presence.name(), now, now.plus(CLAIM));
    }

    private void deliver(WorkspaceId workspace, Outbox.Claimed mail) {
        Delivery end;
        try {
            end = attempt(workspace, mail);
        } catch (NotSendable e) {
            end = new Delivery.Refused(String.valueOf(e.getMessage()));
        } catch (TokenTrouble e) {
            end =
                    e.lasting()
                            ? new Delivery.Refused(e.sentence())
                            : new Delivery.Later(e.sentence());
        }
        note(workspace, mail, end);
    }

    private Delivery attempt(WorkspaceId workspace, Outbox.Claimed mail) {
        Viewer sender = new Viewer(workspace, mail.member(), ZoneOffset.UTC);
        SmtpAccounts.Ready ready =
                accounts.sending(sender, mail.author())
                        .orElseThrow(
                                () -> new NotSendable("from", "No mail server is set any more"));
        return new Smtp(ready.account(), accounts.opened(sender, ready), Smtp.Patience.POSTMAN)
                .deliver(
                        mail.raw(),
                        mail.recipients(),
                        () -> outbox.handingOver(workspace, mail.id()));
    }

    private void note(WorkspaceId workspace, Outbox.Claimed mail, Delivery end) {
        Instant now = clock.instant();
        switch (end) {
            case Delivery.Sent(var refused) ->
                    outbox.sent(
                            workspace,
                            mail.id(),
                            refused.isEmpty()
                                    ? null
                                    : "Not taken for " + String.join(", ", refused),
                            now);
            case Delivery.Later(String why) ->
                    Delivery.waitAfter(mail.attempts())
                            .ifPresentOrElse(
                                    wait -> outbox.later(workspace, mail.id(), why, now.plus(wait)),
                                    () ->
                                            outbox.ended(
                                                    workspace,
                                                    mail.id(),
                                                    Outgoing.State.FAILED,
                                                    why));
            case Delivery.Refused(String why) ->
                    outbox.ended(workspace, mail.id(), Outgoing.State.FAILED, why);
            case Delivery.Unclear(String why) ->
                    outbox.ended(workspace, mail.id(), Outgoing.State.UNCLEAR, why);
        }
    }

    private void announce(WorkspaceId workspace, OutgoingId id) {
        try {
            transaction.executeWithoutResult(_ ->
                    outbox.announce(workspace, id, clock.instant())
                            .ifPresent(events::publishEvent));
        } catch (RuntimeException e) {
            LOG.warn("the sent mail {} is not stored yet, and is told again", id, e);
        }
    }
}
