package app.rapport.post;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The right to speak to a mail server for somebody that renews itself (OAuth 2, RFC 6749 section
 * 6). It is sealed and kept where a password would be.
 *
 * @param refreshToken what access tokens are got by; some servers give a new one each time
 * @param accessToken what the mail server is told; empty before the first
 * @param expires when that runs out, in seconds since 1970; 0 where the server does not say
 */
public record OAuthGrant(Client client, String refreshToken, String accessToken, long expires) {
    private static final String MARK = "oauth ";

    /** Before it runs out: reading a mailbox takes a while, and clocks differ. */
    private static final Duration EARLY = Duration.ofMinutes(5);

    private static final Duration UNKNOWN = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofDays(365);

    public OAuthGrant {
        Objects.requireNonNull(client);
        Objects.requireNonNull(refreshToken);
        Objects.requireNonNull(accessToken);
    }

    /**
     * Us, as the token server knows us.
     *
     * @param tokenAddress where tokens are got
     * @param secret empty for a public client
     */
    public record Client(String tokenAddress, String id, String secret) {
        public Client {
            Objects.requireNonNull(tokenAddress);
            Objects.requireNonNull(id);
            Objects.requireNonNull(secret);
        }
    }

    public static OAuthGrant of(Client client, String refreshToken) {
        return new OAuthGrant(client, refreshToken.strip(), "", 0);
    }

    /** Empty when what was kept is a plain password or token. */
    public static Optional<OAuthGrant> in(String kept) {
        if (!kept.startsWith(MARK)) return Optional.empty();
        try {
            return Optional.of(
                    JsonMapper.shared().readValue(kept.substring(MARK.length()), OAuthGrant.class));
        } catch (JacksonException e) {
            return Optional.empty(); // a password may begin with that word
        }
    }

    /** To be sealed. */
    public String kept() {
        return MARK + JsonMapper.shared().writeValueAsString(this);
    }

    public OAuthGrant with(String otherRefreshToken) {
        return of(client, otherRefreshToken);
    }

    boolean isDue(Instant now) {
        return accessToken.isEmpty() || expires <= now.plus(EARLY).getEpochSecond();
    }

    /**
     * @param nextRefreshToken empty: the present one stays
     * @param seconds how long the new access token is good; 0 where the server does not say
     */
    OAuthGrant renewed(String token, String nextRefreshToken, long seconds, Instant now) {
        long lasts = seconds > 0 ? Math.min(seconds, LONGEST.toSeconds()) : UNKNOWN.toSeconds();
        long until = now.plusSeconds(lasts).getEpochSecond();
        String next = nextRefreshToken.isEmpty() ? refreshToken : nextRefreshToken;
        return new OAuthGrant(client, next, token, until);
    }

    @Override
    public String toString() {
        return "a grant at " + client.tokenAddress(); // never its secrets
    }
}
