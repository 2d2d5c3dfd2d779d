package app.rapport.mirror;

import app.rapport.access.Audit;
import app.rapport.access.House;
import app.rapport.access.Refused;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.mirror.model.FactPlace;
import app.rapport.mirror.model.Figure;
import app.rapport.mirror.model.Group;
import app.rapport.mirror.model.Met;
import app.rapport.mirror.model.Often;
import app.rapport.mirror.model.Question;
import app.rapport.mirror.model.Reflection;
import app.rapport.mirror.model.Reply;
import app.rapport.mirror.model.Review;
import app.rapport.mirror.model.Step;
import app.rapport.mirror.model.TeamReflection;
import app.rapport.mirror.model.Walked;
import app.rapport.mirror.store.MirrorRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How customers met a member, concluded from the facts of the last 90 days when it is asked for,
 * and what the member says of themself. It is the member's own, unless they share it.
 */
@Service
public class Mirrors {
    private static final Duration REACH = Duration.ofDays(90);
    private static final int LONGEST = 500;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final FactsOfMembers facts;
    private final MirrorRows rows;
    private final House house;
    private final Audit audit;
    private final Clock clock;

    Mirrors(FactsOfMembers facts, MirrorRows rows, House house, Audit audit, Clock clock) {
        this.facts = facts;
        this.rows = rows;
        this.house = house;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One member's, as that member or somebody whom they let look.
     *
     * @param facts none while the member has not said yet how they see it
     */
    public record Mirror(
            MemberId member,
            String name,
            boolean own,
            boolean shared,
            Reflection facts,
            Review review,
            Map<Step, Walked> walked) {

        /** Whoever asks themself is shown the facts after that. */
        public boolean showsFacts() {
            return !own || review.settled().isPresent();
        }
    }

    public Mirror own(Viewer viewer) {
        return mirror(viewer, viewer.member(), rows.shared(viewer).contains(viewer.member()));
    }

    /** Empty for whoever does not share theirs: what is not shown looks like what is not there. */
    public Optional<Mirror> of(Viewer viewer, MemberId member) {
        if (member.equals(viewer.member())) return Optional.of(own(viewer));
        return Optional.of(member)
                .filter(rows.shared(viewer)::contains)
                .map(one -> mirror(viewer, one, true));
    }

    private Mirror mirror(Viewer viewer, MemberId member, boolean shared) {
        Instant now = clock.instant();
        Review review = Review.of(rows.replies(viewer, member), now);
        boolean own = member.equals(viewer.member());
        return new Mirror(
                member,
                house.members(viewer).getOrDefault(member, ""),
                own,
                shared,
                own && review.settled().isEmpty()
                        ? new Reflection(List.of())
                        : new Reflection(facts.of(viewer, List.of(member), now.minus(REACH), now)),
                review,
                rows.walked(viewer, member));
    }

    /**
     * The facts behind one count, the newest first.
     *
     * @throws app.rapport.kernel.Cursor.Foreign for a cursor that this list did not give
     */
    public Slice<Met> facts(Mirror of, Figure figure, Group group, String cursor, int most) {
        Optional<FactPlace> after = FactPlace.read(cursor);
        List<Met> rest =
                of.facts().of(figure, group).stream()
                        .sorted(Comparator.comparing(FactPlace::of))
                        .filter(one -> after.isEmpty() || isAfter(one, after.get()))
                        .limit(most + 1L)
                        .toList();
        return Slice.of(rest, most, last -> FactPlace.of(last).text());
    }

    private static boolean isAfter(Met fact, FactPlace place) {
        return FactPlace.of(fact).compareTo(place) > 0;
    }

    /** Of all who work here, as counts. */
    public TeamReflection team(Viewer viewer) {
        Instant now = clock.instant();
        Set<MemberId> visible = new HashSet<>(rows.shared(viewer));
        visible.add(viewer.member());
        return TeamReflection.of(
                facts.of(viewer, house.present(viewer).keySet(), now.minus(REACH), now), visible);
    }

    /** Others who share theirs, by name. */
    public Map<MemberId, String> sharing(Viewer viewer) {
        Map<MemberId, String> names = house.members(viewer);
        Map<MemberId, String> others = new LinkedHashMap<>();
        for (MemberId one : rows.shared(viewer))
            if (!one.equals(viewer.member())) others.put(one, names.getOrDefault(one, ""));
        return others;
    }

    /**
     * What is not named stays open.
     *
     * @param replies empty for a question that is left out
     * @throws Refused once the facts were shown
     */
    @Transactional
    public void say(Viewer viewer, Map<Question, Optional<Often>> replies) {
        Instant now = clock.instant();
        if (replies.isEmpty()) throw new Refused("answers", "Answer at least one question");
        Review.of(rows.replies(viewer, viewer.member()), now)
                .until()
                .ifPresent(until -> {
                    throw new Refused(
                            "answers",
                            "You have seen the facts since: what you said stands until "
                                    + DAY.withZone(viewer.zone()).format(until));
                });
        replies.forEach((question, often) -> rows.reply(viewer, new Reply(question, often, now)));
    }

    /** Leaves out what is open still, and shows the facts. */
    @Transactional
    public void leaveOut(Viewer viewer) {
        Instant now = clock.instant();
        Review.of(rows.replies(viewer, viewer.member()), now)
                .open()
                .forEach(
                        question -> rows.reply(viewer, new Reply(question, Optional.empty(), now)));
    }

    @Transactional
    public void walk(Viewer viewer, Step step, boolean fine, String typed) {
        String words = typed.replace('\0', ' ').strip();
        if (words.length() > LONGEST)
            throw new Refused("words", "One line is enough: " + LONGEST + " letters at most");
        rows.walk(viewer, step, new Walked(fine, words, clock.instant()));
    }

    @Transactional
    public void share(Viewer viewer) {
        if (rows.share(viewer, clock.instant()))
            audit.record(viewer, "mirror.shared", viewer.member().value());
    }

    @Transactional
    public void keepPrivate(Viewer viewer) {
        if (rows.keep(viewer)) audit.record(viewer, "mirror.kept-private", viewer.member().value());
    }
}
