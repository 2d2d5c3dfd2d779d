package app.rapport.promises;

import app.rapport.access.House;
import app.rapport.access.Us;
import app.rapport.conversations.MailArchive;
import app.rapport.kernel.Derived;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.listening.Gratitude;
import app.rapport.promises.store.FoundThanks;
import app.rapport.promises.store.FoundThanks.Candidate;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads each mail once, when it comes into a member's archive, for what its sender did for them: so
 * Today asks a small table and no text. An introduction needs somebody on the mail whom the member
 * had not met; the words alone are said too often.
 */
@Component
class ThanksFinding implements Derived {
    private final FoundThanks found;
    private final House house;
    private final Clock clock;

    ThanksFinding(FoundThanks found, House house, Clock clock) {
        this.found = found;
        this.house = house;
        this.clock = clock;
    }

    @EventListener
    void on(MailArchive.Grew grew) {
        read(grew.viewer(), false);
    }

    private void read(Viewer viewer, boolean all) {
        Us us = house.us(viewer);
        found.each(
                viewer,
                all,
                clock.instant(),
                mail -> favour(mail, us).ifPresent(what -> found.add(viewer, mail, what)));
        found.given(viewer, all, clock.instant());
        found.isRead(viewer);
    }

    private static Optional<Gratitude.Found> favour(Candidate mail, Us us) {
        if (isUs(mail.sender(), us)) return Optional.empty();
        return Gratitude.in(mail.words())
                .filter(what ->
                        what.kind() == Gratitude.Kind.REFERRAL
                                || mail.strangers().stream().anyMatch(one -> !isUs(one, us)));
    }

    private static boolean isUs(String address, Us us) {
        return us.mine().contains(address)
                || us.colleagues().contains(address)
                || us.domains().contains(address.substring(address.indexOf('@') + 1));
    }

    @Override
    public String what() {
        return "favours and thanks found in mail";
    }

    /** Of everybody in the workspace. */
    @Override
    @Transactional
    public Rebuilt rebuild(Viewer viewer) {
        Rebuilt all = new Rebuilt(0, 0, true);
        for (MemberId member : house.members(viewer).keySet()) {
            Rebuilt one = rebuilt(new Viewer(viewer.workspace(), member, viewer.zone()));
            all =
                    new Rebuilt(
                            all.rows() + one.rows(),
                            all.mended() + one.mended(),
                            all.equal() && one.equal());
        }
        return all;
    }

    private Rebuilt rebuilt(Viewer member) {
        Map<UUID, String> before = found.of(member);
        found.remove(member);
        read(member, true);
        Map<UUID, String> facts = found.of(member);
        return Rebuilt.of(before, facts, facts);
    }
}
