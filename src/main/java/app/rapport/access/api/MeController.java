package app.rapport.access.api;

import app.rapport.access.House;
import app.rapport.access.Member;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who the token belongs to. */
@RestController
@Needs(toRead = Right.READ_OWN, toChange = Right.CHANGE_OWN)
class MeController {
    private final House house;

    MeController(House house) {
        this.house = house;
    }

    record Workspace(UUID id, String name) {}

    /**
     * @param timeZone IANA name
     * @param locale BCP 47 tag
     */
    record Me(
            UUID id,
            String name,
            String email,
            String timeZone,
            String locale,
            List<String> ownAddresses,
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
                new Workspace(member.workspace().value(), member.workspaceName()));
    }
}
