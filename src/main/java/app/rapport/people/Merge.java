package app.rapport.people;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.RecordKind;
import app.rapport.people.model.Side;
import app.rapport.people.model.Union;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Two records that were made one. States are as {@link Union} has them.
 *
 * @param winner the one that stayed
 * @param choices by field, where somebody chose
 * @param before the winner as it was, {@code after} as it was then
 * @param loserBefore the other as it was
 */
public record Merge(
        UUID id,
        RecordKind kind,
        UUID winner,
        UUID loser,
        Map<String, Side> choices,
        Map<String, String> before,
        Map<String, String> after,
        Map<String, String> loserBefore,
        MemberId by,
        Instant at,
        boolean undone) {

    public String loserName() {
        return loserBefore.getOrDefault(kind == RecordKind.CONTACT ? "display_name" : "name", "");
    }

    Union union() {
        return kind == RecordKind.CONTACT ? Union.CONTACTS : Union.ACCOUNTS;
    }

    /** The same with another past: what it made of it then follows. */
    Merge with(Map<String, String> otherBefore, Map<String, String> otherLoser) {
        return new Merge(
                id,
                kind,
                winner,
                loser,
                choices,
                otherBefore,
                union().of(otherBefore, otherLoser, choices, at.toString()),
                otherLoser,
                by,
                at,
                undone);
    }
}
