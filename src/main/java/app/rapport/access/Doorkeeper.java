package app.rapport.access;

import app.rapport.database.OutsideWorkspace;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Lets people in by password, and slows down who guesses: after ten failures for one login, or
 * thirty from one address, within fifteen minutes, nobody gets in that way until they have passed.
 */
@Service
public class Doorkeeper {
    static final int FAILURES_OF_A_LOGIN = 10;
    static final int FAILURES_FROM_AN_ADDRESS = 30;
    static final Duration WINDOW = Attempts.WINDOW;

    /** How long the password counts while the code is looked up. */
    public static final Duration HALF_LIFE = Duration.ofMinutes(10);

    private final OutsideWorkspace outside;
    private final Access access;
    private final SecondFactor factor;
    private final Attempts attempts;
    private final Clock clock;

    Doorkeeper(OutsideWorkspace outside, Access access, SecondFactor factor, Clock clock) {
        this.factor = factor;
        this.outside = outside;
        this.access = access;
        this.attempts = new Attempts(outside, clock);
        this.clock = clock;
    }

    /** What became of an attempt. */
    public sealed interface Answer {
        record In(Member member) implements Answer {}

        /** Never says whether the address or the password was the wrong one. */
        record Wrong() implements Answer {}

        record Wait(Duration time) implements Answer {}

        /** The password fits, but the firm lets people in through its own provider only. */
        record OnlyByProvider(Member member) implements Answer {}

        /** The password fits; who brings this secret back with a code comes in. */
        record NeedsCode(String half) implements Answer {}
    }

    /**
     * @param from the network address that asks
     */
    public Answer ask(String email, String password, String from) {
        return switch (proved(email, password, from)) {
            case Proof.Fits(var login) when factor.isOn(login) ->
                    new Answer.NeedsCode(halfIn(login));
            case Proof.Fits(var login) -> in(login);
            case Proof.Refused(var answer) -> answer;
        };
    }

    private Answer in(UUID login) {
        return access.byPassword(login)
                .<Answer>map(Answer.In::new)
                .or(() -> access.memberOf(login).map(Answer.OnlyByProvider::new))
                .orElseGet(Answer.Wrong::new);
    }

    private String halfIn(UUID login) {
        String half = Secrets.next();
        outside.jdbc()
                .sql("DELETE FROM half_login WHERE expires_at < :now")
                .param("now", now())
                .update();
        outside.jdbc()
                .sql(
                        "INSERT INTO half_login (token_hash, login_id, expires_at) VALUES (:hash, :login, :end)")
                .param("hash", Secrets.hash(half))
                .param("login", login)
                .param("end", now().plus(HALF_LIFE))
                .update();
        return half;
    }

    /** The second step: codes are guessed no faster than passwords. */
    public Answer askCode(String half, String code, String from) {
        Optional<UUID> login = halfLogin(half);
        if (login.isEmpty()) return new Answer.Wrong();
        String guessed = "code:" + login.get();
        String place = place(from);
        if (tooMany(guessed, place)) return new Answer.Wait(WINDOW);
        if (!factor.accepts(login.get(), code)) {
            attempts.note(List.of(guessed, place));
            return new Answer.Wrong();
        }
        if (tooMany(guessed, place)) return new Answer.Wait(WINDOW);
        attempts.forget(guessed);
        outside.jdbc()
                .sql("DELETE FROM half_login WHERE token_hash = :hash")
                .param("hash", Secrets.hash(half))
                .update();
        return in(login.get());
    }

    /**
     * Turns the second factor off, guessed no faster than a login.
     *
     * @throws Refused when the code does not fit, or too many were tried
     */
    public void turnOff(Member member, String code) {
        String guessed = "off:" + member.id();
        if (attempts.of(guessed) >= FAILURES_OF_A_LOGIN) {
            throw new Refused(
                    "code",
                    "Too many attempts. Try again in %d minutes".formatted(WINDOW.toMinutes()));
        }
        try {
            factor.turnOff(member, code);
        } catch (Refused e) {
            attempts.note(List.of(guessed));
            throw e;
        }
    }

    private Optional<UUID> halfLogin(String half) {
        return outside.jdbc()
                .sql(
                        "SELECT login_id FROM half_login WHERE token_hash = :hash AND expires_at > :now")
                .param("hash", Secrets.hash(half))
                .param("now", now())
                .query(UUID.class)
                .optional();
    }

    /** Why these do not let in; empty when they fit, also where the login has no workspace. */
    public Optional<Answer> refusal(String email, String password, String from) {
        return proved(email, password, from) instanceof Proof.Refused(var answer)
                ? Optional.of(answer)
                : Optional.empty();
    }

    private sealed interface Proof {
        record Fits(UUID login) implements Proof {}

        record Refused(Answer answer) implements Proof {}
    }

    private Proof proved(String email, String password, String from) {
        String login = "login:" + email.strip().toLowerCase(Locale.ROOT);
        String place = place(from);
        if (tooMany(login, place)) return new Proof.Refused(new Answer.Wait(WINDOW));
        Optional<UUID> found = access.login(email, password);
        if (found.isPresent()) {
            if (tooMany(login, place)) return new Proof.Refused(new Answer.Wait(WINDOW));
            attempts.forget(login);
            return new Proof.Fits(found.get());
        }
        attempts.note(List.of(login, place));
        return new Proof.Refused(new Answer.Wrong());
    }

    private static String place(String from) {
        return "from:" + Attempts.network(from);
    }

    /**
     * Asked before and after looking: of very many who try at once, all may begin before the first
     * one has failed.
     */
    private boolean tooMany(String login, String place) {
        return attempts.of(login) >= FAILURES_OF_A_LOGIN
                || attempts.of(place) >= FAILURES_FROM_AN_ADDRESS;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
