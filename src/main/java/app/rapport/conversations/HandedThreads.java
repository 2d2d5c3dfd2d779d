package app.rapport.conversations;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.conversations.store.OwnedTouches;
import app.rapport.conversations.store.PrivateTouches;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.MemberRecords;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * A member's threads, and what in them waits for an answer, go to whoever takes over: they become
 * an owner of the mails too, and their list of answers owed is judged anew.
 */
@Component
class HandedThreads implements MemberRecords {
    private static final String MAILS = "touch_owner.member_id";

    private final OwnedTouches touches;
    private final PrivateTouches privateTouches;
    private final AnswerLedger answers;
    private final Acquaintances acquaintances;
    private final Access access;

    HandedThreads(
            OwnedTouches touches,
            PrivateTouches privateTouches,
            AnswerLedger answers,
            Acquaintances acquaintances,
            Access access) {
        this.touches = touches;
        this.privateTouches = privateTouches;
        this.answers = answers;
        this.acquaintances = acquaintances;
        this.access = access;
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                MAILS,
                "answer_owed.member_id",
                "touch.typed_by",
                "signal_lesson.member_id",
                "dismissed_suggestion.member_id",
                "acquaintance.member_id",
                "acquaintance_basis.member_id");
    }

    @Override
    public Map<String, List<UUID>> handOver(Viewer by, MemberId from, MemberId to) {
        List<UUID> shared = touches.share(by, from, to);
        privateTouches.mark(by, shared.stream().map(TouchId::new).toList());
        judgeAnew(by, to);
        return Map.of(MAILS, shared);
    }

    @Override
    public void giveBack(Viewer by, MemberId from, MemberId to, String column, List<UUID> rows) {
        if (!column.equals(MAILS)) return;
        touches.unshare(by, to, rows);
        privateTouches.open(by);
        judgeAnew(by, to);
    }

    private void judgeAnew(Viewer by, MemberId member) {
        access.member(by.workspace(), member).map(Member::viewer).ifPresent(answers::rebuild);
        acquaintances.rebuild(by, member);
    }
}
