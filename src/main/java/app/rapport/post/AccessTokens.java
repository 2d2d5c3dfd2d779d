package app.rapport.post;

import app.rapport.kernel.PublicAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a mail server is told: a password as it is, an access token renewed before it runs out. */
@Component
public class AccessTokens {
    private static final int LONGEST = 1 << 16;

    private final boolean privateNetworks;
    private final Clock clock;
    private final Duration patience;

    /**
     * @param privateNetworks whether tokens may be got from machines beside this server, and
     *     without TLS, which the one who runs it decides
     */
    @Autowired
    public AccessTokens(
            @Value("${rapport.token-private-networks:false}") boolean privateNetworks,
            Clock clock) {
        this(privateNetworks, clock, Duration.ofSeconds(15));
    }

    AccessTokens(boolean privateNetworks, Clock clock, Duration patience) {
        this.privateNetworks = privateNetworks;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * @param word what the mail server is told
     * @param kept what is to be kept from now on
     * @param renewed whether that is another than before
     */
    public record Opened(String word, String kept, boolean renewed) {}

    /**
     * @param kept as it was opened from the vault
     * @throws TokenTrouble when no token can be got
     */
    public Opened open(String kept) {
        return OAuthGrant.in(kept)
                .map(grant -> open(kept, grant))
                .orElse(new Opened(kept, kept, false));
    }

    /**
     * Looks at a token address before it is kept.
     *
     * @throws TokenTrouble when no token would be got there
     */
    void check(String tokenAddress) {
        checked(tokenAddress);
    }

    private Opened open(String kept, OAuthGrant grant) {
        if (!grant.isDue(clock.instant())) return new Opened(grant.accessToken(), kept, false);
        OAuthGrant next = renew(grant);
        return new Opened(next.accessToken(), next.kept(), true);
    }

    private OAuthGrant renew(OAuthGrant grant) {
        URI address = checked(grant.client().tokenAddress());
        HttpClient client =
                HttpClient.newBuilder()
                        .connectTimeout(patience)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
        try {
            // the request's own timeout ends with the head: the row stays locked for the body too
            HttpResponse<byte[]> answer =
                    client.sendAsync(
                                    request(address, grant),
                                    BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST))
                            .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return read(grant, address, answer.statusCode(), answer.body());
        } catch (ExecutionException | TimeoutException e) {
            throw new TokenTrouble(
                    false,
                    address.getHost()
                            + ", which gives access to this mail, does not answer. It is tried again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokenTrouble(false, "Renewing the access was cut short. It is tried again");
        } finally {
            client.shutdownNow();
        }
    }

    private HttpRequest request(URI address, OAuthGrant grant) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "refresh_token");
        fields.put("refresh_token", grant.refreshToken());
        fields.put("client_id", grant.client().id());
        if (!grant.client().secret().isEmpty())
            fields.put("client_secret", grant.client().secret());
        String form =
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private OAuthGrant read(OAuthGrant grant, URI address, int status, byte[] body) {
        JsonNode said = json(body);
        String token = said.path("access_token").asString("");
        if (status == 200 && !token.isEmpty())
            return grant.renewed(
                    token,
                    said.path("refresh_token").asString(""),
                    said.path("expires_in").asLong(0),
                    clock.instant());
        throw refused(address.getHost(), status, said.path("error").asString(""));
    }

    private static JsonNode json(byte[] body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    /** Only the code is believed: whatever else stands there could be anything. */
    private static TokenTrouble refused(String host, int status, String error) {
        return switch (error) {
            case "invalid_grant" ->
                    new TokenTrouble(
                            true,
                            "%s no longer gives access to this mail: the permission was withdrawn or has run out. Allow it anew there, and enter the new refresh token"
                                    .formatted(host));
            case "invalid_client", "unauthorized_client" ->
                    new TokenTrouble(
                            true,
                            "%s does not know this client. Look at the client's id and secret"
                                    .formatted(host));
            case "invalid_scope", "invalid_request", "unsupported_grant_type" ->
                    new TokenTrouble(
                            true,
                            "%s refuses to renew the access (%s). Look at the token address, the client and the refresh token"
                                    .formatted(host, error));
            default ->
                    new TokenTrouble(
                            status == 404,
                            "%s answers with error %d instead of a token. %s"
                                    .formatted(
                                            host,
                                            status,
                                            status == 404
                                                    ? "Look at the token address"
                                                    : "It is tried again"));
        };
    }

    /** A secret goes out only under TLS, and to the open internet. */
    private URI checked(String address) {
        try {
            URI uri = URI.create(address.strip());
            boolean tls = "https".equalsIgnoreCase(uri.getScheme());
            boolean plain = privateNetworks && "http".equalsIgnoreCase(uri.getScheme());
            if (uri.getHost() == null || uri.getUserInfo() != null || !(tls || plain))
                throw new TokenTrouble(true, "The token address begins with https://");
            if (!PublicAddress.isHost(uri.getHost()) && !privateNetworks)
                throw new TokenTrouble(
                        true,
                        "The token address leads into a private network, which is not asked. Who runs this server can allow it");
            return uri;
        } catch (IllegalArgumentException e) {
            throw new TokenTrouble(true, "The token address begins with https://");
        } catch (UnknownHostException e) {
            // nor is there any while the network is away
            throw new TokenTrouble(false, "There is no server of the name in the token address");
        }
    }
}
