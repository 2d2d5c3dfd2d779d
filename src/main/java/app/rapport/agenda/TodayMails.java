package app.rapport.agenda;

import app.rapport.access.Access;
import app.rapport.access.BaseAddress;
import app.rapport.access.House;
import app.rapport.access.Member;
import app.rapport.access.Profiles;
import app.rapport.agenda.Today.TodayList;
import app.rapport.agenda.store.TodayMailDays;
import app.rapport.database.CurrentWorkspace;
import app.rapport.database.RecurringJob;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.WorkspaceId;
import app.rapport.post.Letter;
import app.rapport.post.NotSendable;
import app.rapport.post.Post;
import app.rapport.ui.Numbers;
import app.rapport.ui.Parts;
import app.rapport.ui.Times;
import gg.jte.output.StringOutput;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends each member who wants it their Today, at half past seven of their working days. */
@Component
@ConditionalOnWebApplication
class TodayMails implements RecurringJob {
    private static final Logger LOG = LoggerFactory.getLogger(TodayMails.class);
    private static final LocalTime FROM = LocalTime.of(7, 30);

    /** After that the morning is over, and a server that was down stays silent for the day. */
    private static final LocalTime UNTIL = LocalTime.of(11, 0);

    private static final int SHOWN = 10;

    private final Profiles profiles;
    private final Access access;
    private final House house;
    private final Today today;
    private final TodayMailDays days;
    private final Post post;
    private final Parts parts;
    private final BaseAddress base;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TodayMails(
            Profiles profiles,
            Access access,
            House house,
            Today today,
            TodayMailDays days,
            Post post,
            Parts parts,
            BaseAddress base,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.profiles = profiles;
        this.access = access;
        this.house = house;
        this.today = today;
        this.days = days;
        this.post = post;
        this.parts = parts;
        this.base = base;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "today-by-mail";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        for (WorkspaceId workspace : profiles.workspacesWantingToday())
            CurrentWorkspace.run(
                    workspace,
                    () -> {
                        for (MemberId id : profiles.wantingToday(workspace))
                            access.member(workspace, id).ifPresent(member -> sendTo(member, now));
                    });
    }

    /** One member's trouble keeps nobody else from their mail. */
    private void sendTo(Member member, Instant now) {
        ZonedDateTime here = now.atZone(member.zone());
        LocalTime time = here.toLocalTime();
        if (time.isBefore(FROM) || !time.isBefore(UNTIL)) return;
        try {
            transaction.executeWithoutResult(_ -> sendOnce(member, here));
        } catch (RuntimeException e) {
            LOG.warn("the Today of member {} is not sent", member.id(), e);
        }
    }

    private void sendOnce(Member member, ZonedDateTime now) {
        if (!post.sendsForProgram(member.viewer())) return;
        if (!house.workingDays(member.viewer()).works(now.toLocalDate())) return;
        if (!days.claim(member.viewer(), now.toLocalDate())) return;
        TodayList list = today.at(member.viewer(), now.toInstant());
        try {
            post.sendForProgram(member.viewer(), letter(member, list));
        } catch (NotSendable e) {
            LOG.info("the Today of member {} cannot be sent: {}", member.id(), e.getMessage());
        }
    }

    private Letter letter(Member member, TodayList list) {
        int waiting = list.open().size();
        String subject =
                waiting == 0
                        ? "Today: nobody waits for you"
                        : "Today: " + Numbers.of(waiting, "person", "people");
        TodayMail mail = TodayMail.of(list, base, SHOWN);
        Times times = new Times(member.zone(), member.locale(), list.at());
        return Letter.plain(member.email(), subject, mail.text(times)).alsoAs(html(mail, times));
    }

    private String html(TodayMail mail, Times times) {
        StringOutput out = new StringOutput();
        parts.drawn("agenda/TodayMail.jte", mail, times).writeTo(out);
        return out.toString();
    }
}
