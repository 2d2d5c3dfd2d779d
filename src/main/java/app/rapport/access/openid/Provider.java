package app.rapport.access.openid;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/**
 * One conversation with a provider (OpenID Connect Core 1.0, code flow with PKCE). What has to be
 * checked of its answers, Spring Security checks: state, nonce, issuer, audience, times, signature.
 * Nothing is kept between conversations, so a provider's new keys count at once.
 */
public final class Provider implements AutoCloseable {
    private static final String ID = "provider";
    private static final ParameterizedTypeReference<Map<String, Object>> DOCUMENT =
            new ParameterizedTypeReference<>() {};

    private final ProviderHttp http;
    private final RestTemplate rest;
    private final ClientRegistration registration;

    private Provider(ProviderHttp http, ProviderAccount account) throws ProviderTrouble {
        this.http = http;
        this.rest = new RestTemplate(http);
        this.rest.setInterceptors(http.bounds());
        this.registration = registration(account);
    }

    /**
     * @param privateNetworks whether machines beside the server may be asked, and without TLS
     * @throws ProviderTrouble when it does not describe itself as it should
     */
    public static Provider of(ProviderAccount account, boolean privateNetworks)
            throws ProviderTrouble {
        ProviderHttp http = new ProviderHttp(privateNetworks);
        try {
            return new Provider(http, account);
        } catch (ProviderTrouble | RuntimeException e) {
            http.close();
            throw e;
        }
    }

    private ClientRegistration registration(ProviderAccount account) throws ProviderTrouble {
        ClientRegistration found = described(account);
        String named = String.valueOf(found.getProviderDetails().getIssuerUri());
        if (!bare(named).equals(bare(account.issuer())))
            throw new ProviderTrouble(
                    "The server there calls itself " + named + ". Give that address.");
        return found;
    }

    private ClientRegistration described(ProviderAccount account) throws ProviderTrouble {
        try {
            Map<String, Object> document =
                    rest.exchange(
                                    URI.create(
                                            bare(account.issuer())
                                                    + "/.well-known/openid-configuration"),
                                    HttpMethod.GET,
                                    null,
                                    DOCUMENT)
                            .getBody();
            return ClientRegistrations.fromOidcConfiguration(document == null ? Map.of() : document)
                    .registrationId(ID)
                    .clientId(account.clientId())
                    .clientSecret(account.clientSecret())
                    .redirectUri(account.redirect())
                    .scope("openid", "email")
                    .clientSettings(
                            ClientRegistration.ClientSettings.builder()
                                    .requireProofKey(true)
                                    .build())
                    .build();
        } catch (RestClientException e) {
            throw new ProviderTrouble(reason(e), "unreadable", e);
        } catch (IllegalArgumentException e) {
            throw new ProviderTrouble(
                    "There is no OpenID Connect provider at this address. Give the issuer's address, as the provider's settings show it.",
                    "no-provider",
                    e);
        }
    }

    private static String reason(RestClientException e) {
        if (e.getCause() instanceof ProviderHttp.NotAsked refused)
            return String.valueOf(refused.getMessage());
        return "The provider's description cannot be read at this address. Give the issuer's address, as the provider's settings show it.";
    }

    /** Some providers end their name with a slash, and people leave it out. */
    private static String bare(String issuer) {
        return issuer.strip().replaceFirst("/+$", "");
    }

    /** As the provider names itself. */
    public String issuer() {
        return String.valueOf(registration.getProviderDetails().getIssuerUri());
    }

    /** Where the browser goes to log in, and what the answer has to fit. */
    public record Way(String address, Begun begun) {}

    public Way begin(HttpServletRequest request) {
        OAuth2AuthorizationRequest asked =
                new DefaultOAuth2AuthorizationRequestResolver(_ -> registration)
                        .resolve(request, ID);
        if (asked == null) throw new IllegalStateException("the registration is ours");
        return new Way(
                asked.getAuthorizationRequestUri(),
                new Begun(
                        String.valueOf(asked.getState()),
                        String.valueOf((Object) asked.getAttribute(OidcParameterNames.NONCE)),
                        String.valueOf(
                                (Object) asked.getAttribute(PkceParameterNames.CODE_VERIFIER))));
    }

    /**
     * Takes the provider's answer and asks it who that is.
     *
     * @throws ProviderTrouble when it let nobody in, or what it says does not hold
     */
    public Identity finish(Begun begun, Map<String, String> answer) throws ProviderTrouble {
        OAuth2AuthorizationExchange exchange =
                new OAuth2AuthorizationExchange(asked(begun), answered(answer));
        try {
            Authentication signedIn =
                    known(
                            checks().authenticate(
                                            new OAuth2LoginAuthenticationToken(
                                                    registration, exchange)));
            return identity((OidcUser) known(signedIn.getPrincipal()));
        } catch (OAuth2AuthenticationException e) {
            throw new ProviderTrouble(
                    e.getError().getErrorCode().equals("access_denied")
                            ? "Your firm's log-in did not let you in."
                            : "What your firm's log-in answered does not hold, so it lets nobody in. Begin again; when it stays so, tell who runs it.",
                    e.getError().getErrorCode(),
                    e);
        } catch (AuthenticationException | RestClientException e) {
            throw new ProviderTrouble(
                    "Your firm's log-in cannot be reached just now. Try again in a while.",
                    "unreachable",
                    e);
        }
    }

    private OAuth2AuthorizationRequest asked(Begun begun) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(known(registration.getProviderDetails().getAuthorizationUri()))
                .clientId(registration.getClientId())
                .redirectUri(registration.getRedirectUri())
                .scopes(registration.getScopes())
                .state(begun.state())
                .attributes(known -> {
                    known.put(OAuth2ParameterNames.REGISTRATION_ID, ID);
                    known.put(OidcParameterNames.NONCE, begun.nonce());
                    known.put(PkceParameterNames.CODE_VERIFIER, begun.verifier());
                })
                .build();
    }

    private OAuth2AuthorizationResponse answered(Map<String, String> answer) {
        String code = answer.getOrDefault(OAuth2ParameterNames.CODE, "");
        OAuth2AuthorizationResponse.Builder response =
                code.isEmpty()
                        ? OAuth2AuthorizationResponse.error(
                                answer.getOrDefault(OAuth2ParameterNames.ERROR, "no_answer"))
                        : OAuth2AuthorizationResponse.success(code);
        return response.redirectUri(known(registration.getRedirectUri()))
                .state(answer.getOrDefault(OAuth2ParameterNames.STATE, ""))
                .build();
    }

    private OidcAuthorizationCodeAuthenticationProvider checks() {
        RestClientAuthorizationCodeTokenResponseClient tokens =
                new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(tokenClient());
        DefaultOAuth2UserService userInfo = new DefaultOAuth2UserService();
        RestTemplate asking = new RestTemplate(http);
        asking.setInterceptors(http.bounds());
        asking.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        userInfo.setRestOperations(asking);
        OidcUserService users = new OidcUserService();
        users.setOauth2UserService(userInfo);
        OidcAuthorizationCodeAuthenticationProvider checks =
                new OidcAuthorizationCodeAuthenticationProvider(tokens, users);
        checks.setJwtDecoderFactory(this::decoder);
        return checks;
    }

    private RestClient tokenClient() {
        return RestClient.builder()
                .requestFactory(http)
                .requestInterceptor(http)
                .configureMessageConverters(converters ->
                        converters
                                .disableDefaults()
                                .addCustomConverter(new FormHttpMessageConverter())
                                .addCustomConverter(
                                        new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    /** The signature's key has to be one of the provider's; a shared secret signs nothing here. */
    private JwtDecoder decoder(ClientRegistration of) {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSetUri(known(of.getProviderDetails().getJwkSetUri()))
                        .restOperations(rest)
                        .jwsAlgorithms(some -> {
                            for (SignatureAlgorithm one : SignatureAlgorithm.values())
                                some.add(one);
                        })
                        .build();
        decoder.setJwtValidator(
                JwtValidators.createDefaultWithValidators(new OidcIdTokenValidator(of)));
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
    }

    /** What a registration read from its provider, or an answer that was checked, always has. */
    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    private static Identity identity(OidcUser user) {
        @Nullable Boolean verified = user.getEmailVerified();
        return new Identity(
                known(user.getSubject()),
                Optional.ofNullable(user.getEmail())
                        .filter(_ -> Boolean.TRUE.equals(verified))
                        .map(String::strip));
    }

    @Override
    public void close() {
        http.close();
    }
}
