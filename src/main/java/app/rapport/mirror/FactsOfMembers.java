package app.rapport.mirror;

import app.rapport.conversations.OurSide;
import app.rapport.conversations.OurSide.Asked;
import app.rapport.conversations.OurSide.Wrote;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.mirror.model.Figure;
import app.rapport.mirror.model.Group;
import app.rapport.mirror.model.Met;
import app.rapport.promises.Promises;
import app.rapport.promises.Thanking;
import app.rapport.promises.model.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers from other rooms what members did and left undone, by one statement a room. */
@Component
class FactsOfMembers {
    /** So long a favour may wait for thanks. */
    private static final Duration IN_TIME = Duration.ofDays(2);

    private final OurSide ours;
    private final Promises promises;
    private final Thanking thanking;

    FactsOfMembers(OurSide ours, Promises promises, Thanking thanking) {
        this.ours = ours;
        this.promises = promises;
        this.thanking = thanking;
    }

    /** What the viewer may know of it, newest first by figure. */
    List<Met> of(Viewer viewer, Collection<MemberId> members, Instant from, Instant at) {
        return Stream.of(
                        ours.asked(viewer, members, from, at).stream()
                                .flatMap(one -> asked(one, at)),
                        promises.ofKeepers(viewer, members, from, at).stream()
                                .flatMap(one -> promised(one, from, at, viewer.zone()).stream()),
                        ours.wrote(viewer, members, from, at).stream().map(FactsOfMembers::wrote),
                        thanking.told(viewer, members, from, at).stream()
                                .flatMap(one -> thanked(one, at).stream()))
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<Met> asked(Asked one, Instant at) {
        if (one.settled().isPresent() && !one.byUs()) return Stream.empty();
        Duration took = Duration.between(one.at(), one.settled().orElse(at));
        Optional<Duration> answered = one.settled().map(_ -> took);
        return Group.of(answered.isPresent(), took).stream()
                .flatMap(group ->
                        Stream.of(Figure.ANSWERS, Figure.NEWCOMERS)
                                .filter(figure -> figure == Figure.ANSWERS || one.newcomer())
                                .map(figure ->
                                        new Met(
                                                figure,
                                                group,
                                                one.member(),
                                                one.at(),
                                                one.from(),
                                                answered,
                                                Optional.of(one.touch()),
                                                "",
                                                href(one.touch()))));
    }

    /** Only what was settled, moved or due within the time. */
    private static Optional<Met> promised(Promise one, Instant from, Instant at, ZoneId zone) {
        Instant last = one.standing().getLast().at();
        Optional<Group> group =
                switch (one.state(zone)) {
                    case KEPT -> Optional.of(Group.KEPT);
                    case KEPT_LATE -> Optional.of(Group.KEPT_LATE);
                    case BROKEN -> Optional.of(Group.BROKEN);
                    case WITHDRAWN, WAITING -> Optional.empty();
                    case OPEN, RENEGOTIATED ->
                            one.isLate(at, zone)
                                    ? Optional.of(Group.OVERDUE)
                                    : Optional.of(Group.MOVED).filter(_ -> one.timesMoved() > 0);
                };
        return group.filter(which -> which == Group.OVERDUE || last.isAfter(from))
                .map(which ->
                        new Met(
                                Figure.PROMISES,
                                which,
                                one.member(),
                                last,
                                one.person(),
                                Optional.empty(),
                                Optional.empty(),
                                one.what(),
                                "/promises/" + one.id()));
    }

    private static Met wrote(Wrote one) {
        Group group = one.answer() ? Group.ANSWERING : one.wants() ? Group.ASKING : Group.GIVING;
        return new Met(
                Figure.WRITING,
                group,
                one.member(),
                one.at(),
                one.to(),
                Optional.empty(),
                Optional.of(one.touch()),
                "",
                href(one.touch()));
    }

    private static Optional<Met> thanked(Thanking.Told one, Instant at) {
        boolean late = one.at().isBefore(at.minus(IN_TIME));
        Optional<Group> group =
                !one.owed()
                        ? Optional.of(Group.UNPROMPTED)
                        : one.thanked().isPresent()
                                ? Optional.of(Group.THANKED)
                                : Optional.of(Group.UNTHANKED).filter(_ -> late);
        return group.map(which ->
                new Met(
                        Figure.THANKS,
                        which,
                        one.member(),
                        one.at(),
                        Optional.of(one.person()),
                        Optional.empty(),
                        one.touch(),
                        "",
                        one.touch().map(FactsOfMembers::href).orElse("/people/" + one.person())));
    }

    private static String href(TouchId id) {
        return "/touches/" + id;
    }
}
