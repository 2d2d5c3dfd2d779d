package app.rapport.experience;

import app.rapport.access.Access;
import app.rapport.access.BaseAddress;
import app.rapport.access.Member;
import app.rapport.access.Refused;
import app.rapport.access.Secrets;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.Touch;
import app.rapport.experience.model.Measure;
import app.rapport.experience.model.Moment;
import app.rapport.experience.model.Occasion;
import app.rapport.experience.store.AskRows;
import app.rapport.experience.store.MomentRows;
import app.rapport.experience.store.SurveyRules;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.PlaceInTime;
import app.rapport.kernel.Slice;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.post.NotSendable;
import app.rapport.post.OutgoingId;
import app.rapport.post.Post;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asking a customer how it was: after a moment that matters, once, and never soon again. */
@Service
public class Surveys {
    /** So long a link opens its question. */
    static final Duration OPEN = Duration.ofDays(30);

    /** Older moments are no reason to ask any more. */
    private static final Duration FRESH = Duration.ofDays(120);

    private static final int LISTED = 100;
    private static final int LISTED_OF_ONE = 50;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private final MomentRows moments;
    private final AskRows asks;
    private final SurveyRules rules;
    private final Conversations conversations;
    private final People people;
    private final Access access;
    private final Post post;
    private final BaseAddress base;
    private final Clock clock;

    Surveys(
            MomentRows moments,
            AskRows asks,
            SurveyRules rules,
            Conversations conversations,
            People people,
            Access access,
            Post post,
            BaseAddress base,
            Clock clock) {
        this.moments = moments;
        this.asks = asks;
        this.rules = rules;
        this.conversations = conversations;
        this.people = people;
        this.access = access;
        this.post = post;
        this.base = base;
        this.clock = clock;
    }

    public List<Moment> moments(Viewer viewer, PersonId person) {
        return moments.with(viewer, person, PlaceInTime.START, LISTED_OF_ONE);
    }

    /**
     * @throws app.rapport.kernel.Cursor.Foreign for a cursor that this list did not give
     */
    public Slice<Moment> moments(Viewer viewer, PersonId person, String cursor, int most) {
        PlaceInTime before = PlaceInTime.read(cursor);
        return page(moments.with(viewer, person, before, most + 1), most);
    }

    private static Slice<Moment> page(List<Moment> found, int most) {
        return Slice.of(found, most, last -> new PlaceInTime(last.at(), last.id()).text());
    }

    public Optional<Moment> moment(Viewer viewer, UUID id) {
        return moments.one(viewer, id);
    }

    /** Whether there is anything here yet. */
    public boolean begun(Viewer viewer) {
        return moments.any(viewer);
    }

    public int quietDays(Viewer viewer) {
        return rules.quietDays(viewer);
    }

    @Transactional
    public void quietDays(Viewer viewer, int days) {
        if (days < 1 || days > 730) throw new Refused("days", "Between 1 and 730 days");
        rules.quietDays(viewer, days, clock.instant());
    }

    public List<SurveyRules.Order> orders(Viewer viewer) {
        return rules.orders(viewer);
    }

    /** From now on everybody is asked so long after such a moment, in this viewer's name. */
    @Transactional
    public void order(Viewer viewer, Occasion occasion, Measure measure, int afterDays) {
        if (afterDays < 0 || afterDays > 90) throw new Refused("after", "Between 0 and 90 days");
        rules.order(viewer, occasion, measure, afterDays, clock.instant());
    }

    @Transactional
    public boolean cancelOrder(Viewer viewer, Occasion occasion) {
        return rules.cancel(viewer, occasion);
    }

    /** After which nobody was asked yet. */
    public List<Moment> unasked(Viewer viewer) {
        return moments.unasked(viewer, freshSince(), PlaceInTime.START, LISTED);
    }

    /**
     * @throws app.rapport.kernel.Cursor.Foreign for a cursor that this list did not give
     */
    public Slice<Moment> unasked(Viewer viewer, String cursor, int most) {
        PlaceInTime before = PlaceInTime.read(cursor);
        return page(moments.unasked(viewer, freshSince(), before, most + 1), most);
    }

    private Instant freshSince() {
        return clock.instant().minus(FRESH);
    }

    /**
     * @param at when it happened; of a touch it is the touch's own moment
     */
    @Transactional
    public Moment record(
            Viewer viewer,
            PersonId person,
            Occasion occasion,
            Instant at,
            Optional<TouchId> touch) {
        Instant now = clock.instant();
        Optional<Touch> shown = touch.flatMap(id -> conversations.touch(viewer, id));
        if (touch.isPresent() && shown.isEmpty())
            throw new Refused("touch", "There is no such touch");
        Instant happened = shown.flatMap(Touch::at).orElse(at);
        if (happened.isAfter(now.plusSeconds(60)))
            throw new Refused("day", "That day is still to come");
        Moment moment =
                new Moment(
                        Uuid7.next(),
                        person,
                        occasion,
                        happened,
                        touch,
                        Optional.empty(),
                        Optional.empty());
        moments.add(viewer, moment, now);
        return moment;
    }

    /** Where nobody was asked after it yet. */
    @Transactional
    public boolean takeBack(Viewer viewer, UUID moment) {
        return moments.one(viewer, moment).isPresent()
                && moments.takeBack(viewer, moment, clock.instant());
    }

    /** From when this person may be asked again; empty where they may be now. */
    public Optional<Instant> restsUntil(Viewer viewer, PersonId person) {
        Duration quiet = Duration.ofDays(rules.quietDays(viewer));
        return asks.lastAsked(viewer, person)
                .map(last -> last.plus(quiet))
                .filter(until -> until.isAfter(clock.instant()));
    }

    /**
     * Sends the question as a mail, because this viewer or a rule of theirs ordered it.
     *
     * @return the address that it goes to
     * @throws Refused when they are not to be asked, or cannot be
     */
    @Transactional
    public String ask(Viewer viewer, UUID momentId, Measure measure) {
        Moment moment =
                moments.one(viewer, momentId)
                        .orElseThrow(() -> new Refused("moment", "There is no such moment"));
        PersonCard person =
                people.card(viewer, moment.person())
                        .orElseThrow(() -> new Refused("moment", "There is no such person"));
        refuseTwice(viewer, moment);
        String address =
                person.addresses().stream()
                        .findFirst()
                        .orElseThrow(() ->
                                new Refused("address", person.name() + " has no mail address"));
        Member by = access.member(viewer.workspace(), viewer.member()).orElseThrow();
        String secret = Secrets.next();
        OutgoingId outgoing = send(viewer, person, address, by, moment, measure, secret);
        add(viewer, moment, measure, address, Optional.of(outgoing.value()), secret);
        return address;
    }

    /**
     * Asks without a mail: who asks hands the link over themselves.
     *
     * @return the secret of the link, which nobody can learn again
     * @throws Refused when they are not to be asked
     */
    @Transactional
    public String askByHand(Viewer viewer, UUID momentId, Measure measure) {
        Moment moment =
                moments.one(viewer, momentId)
                        .orElseThrow(() -> new Refused("moment", "There is no such moment"));
        refuseTwice(viewer, moment);
        String secret = Secrets.next();
        add(viewer, moment, measure, "", Optional.empty(), secret);
        return secret;
    }

    private void add(
            Viewer viewer,
            Moment moment,
            Measure measure,
            String address,
            Optional<UUID> outgoing,
            String secret) {
        Instant now = clock.instant();
        asks.add(
                viewer,
                new AskRows.New(
                        Uuid7.next(),
                        moment,
                        measure,
                        address,
                        outgoing,
                        Secrets.hash(secret),
                        now,
                        now.plus(OPEN)));
    }

    private void refuseTwice(Viewer viewer, Moment moment) {
        asks.oneAtATime(moment.person());
        // read again behind the lock: somebody may have asked meanwhile
        if (moments.one(viewer, moment.id()).flatMap(Moment::asked).isPresent())
            throw new Refused("moment", "They were asked after this already");
        Optional<Instant> until = restsUntil(viewer, moment.person());
        if (until.isPresent())
            throw new Refused(
                    "moment",
                    "They were asked not long ago. The rule lets them rest until "
                            + DAY.format(LocalDate.ofInstant(until.get(), viewer.zone())));
    }

    private OutgoingId send(
            Viewer viewer,
            PersonCard person,
            String address,
            Member by,
            Moment moment,
            Measure measure,
            String secret) {
        try {
            return post.sendForProgram(
                    viewer,
                    SurveyMail.of(
                            person,
                            address,
                            by,
                            moment.occasion(),
                            measure,
                            base.of("/answer/" + secret)));
        } catch (NotSendable e) {
            throw new Refused(
                    "address", Objects.requireNonNullElse(e.getMessage(), "It cannot be sent"));
        }
    }
}
