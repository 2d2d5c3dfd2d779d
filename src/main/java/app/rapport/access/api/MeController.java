package app.rapport.access.api;

import app.rapport.access.House;
import app.rapport.access.MailPrivacy;
import app.rapport.access.MailSharing;
import app.rapport.access.Member;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who the token belongs to. */
@RestController
@Needs(toRead = Right.READ_OWN, toChange = Right.CHANGE_OWN)
class MeController {
    private final House house;
    private final MailPrivacy privacy;

    MeController(House house, MailPrivacy privacy) {
        this.house = house;
        this.privacy = privacy;
    }

    record Workspace(UUID id, String name) {}

    /**
     * @param timeZone IANA name
     * @param locale BCP 47 tag
     * @param mailSharing what colleagues who were not on it see of my mail: {@code happened},
     *     {@code subject} or {@code text}
     * @param privateAddresses addresses and domains whose mail no colleague sees
     */
    record Me(
            UUID id,
            String name,
            String email,
            String timeZone,
            String locale,
            List<String> ownAddresses,
            String mailSharing,
            List<String> privateAddresses,
            Workspace workspace) {}

    @GetMapping("/api/v1/me")
    Me me(Member member) {
        return new Me(
                member.id().value(),
                member.name(),
                member.email(),
                member.zone().getId(),
                member.locale().toLanguageTag(),
                house.ownAddresses(member.viewer()),
                privacy.sharing(member.viewer()).key(),
                privacy.privateAddresses(member.viewer()).sorted(),
                new Workspace(member.workspace().value(), member.workspaceName()));
    }

    /** What is not given stays as it is. */
    record MeChange(@Nullable String mailSharing, @Nullable List<String> privateAddresses) {}

    @PatchMapping("/api/v1/me")
    @Transactional
    Me change(Member member, @RequestBody MeChange change) {
        if (change.mailSharing() != null)
            privacy.share(member.viewer(), MailSharing.of(change.mailSharing()));
        if (change.privateAddresses() != null)
            privacy.keepPrivate(member.viewer(), change.privateAddresses());
        return me(member);
    }
}
