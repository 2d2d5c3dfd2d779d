package app.rapport.access.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/**
 * A real provider of log-ins: Spring Authorization Server, which insists on PKCE. It can be told to
 * lie, in one way at a time.
 */
public final class TestProvider implements AutoCloseable {
    public static final String CLIENT = "rapport-at-tarn";
    public static final String SECRET = "a secret of the provider's";
    public static final String PASSWORD = "the provider's own words";

    /** What a token of the provider's is wrong about. */
    public enum Lie {
        NONE,
        ISSUER,
        AUDIENCE,
        NONCE,
        SIGNATURE,
        TIME
    }

    /** An account there, with what the provider says of its address. */
    record Account(String email, Object verified) {}

    private final ConfigurableApplicationContext context;

    private TestProvider(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static TestProvider start() {
        return new TestProvider(
                new SpringApplicationBuilder(Rules.class)
                        .logStartupInfo(false)
                        .lazyInitialization(true)
                        .properties(
                                Map.of(
                                        "server.port",
                                        0,
                                        "server.address",
                                        "127.0.0.1",
                                        "spring.jmx.enabled",
                                        false))
                        .run());
    }

    /** Another site than ours, as a provider is. */
    public String issuer() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** Sends people back to that address too. */
    public void knows(String redirect) {
        context.getBean(Clients.class).redirects.add(redirect);
    }

    public TestProvider has(String account, String email, Object verified) {
        context.getBean(Accounts.class).all.put(account, new Account(email, verified));
        return this;
    }

    public void lies(Lie lie) {
        context.getBean(Accounts.class).lie = lie;
    }

    @Override
    public void close() {
        context.close();
    }

    static final class Accounts {
        final Map<String, Account> all = new ConcurrentHashMap<>();
        volatile Lie lie = Lie.NONE;
    }

    static final class Clients implements RegisteredClientRepository {
        final List<String> redirects = new java.util.concurrent.CopyOnWriteArrayList<>();

        /**
         * It would keep the secret hashed from the first use on; here it is made anew each time.
         */
        @Override
        public void save(RegisteredClient client) {}

        @Override
        public RegisteredClient findById(String id) {
            return findByClientId(id);
        }

        @Override
        public RegisteredClient findByClientId(String id) {
            if (!id.equals(CLIENT)) return null;
            return RegisteredClient.withId(CLIENT)
                    .clientId(CLIENT)
                    .clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUris(known -> known.addAll(redirects))
                    .scope("openid")
                    .scope("email")
                    .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                    .build();
        }
    }

    /** No {@code @Configuration}: our own program would find it, and become a provider. */
    @EnableWebMvc
    @EnableWebSecurity
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class
    })
    static class Rules {
        @Bean
        @Order(1)
        SecurityFilterChain protocol(HttpSecurity http) {
            return http.oauth2AuthorizationServer(
                            server -> {
                                http.securityMatcher(server.getEndpointsMatcher());
                                server.oidc(Customizer.withDefaults());
                            })
                    .authorizeHttpRequests(asks -> asks.anyRequest().authenticated())
                    .exceptionHandling(asks ->
                            asks.authenticationEntryPoint(
                                    new LoginUrlAuthenticationEntryPoint("/login")))
                    .oauth2ResourceServer(asks -> asks.jwt(Customizer.withDefaults()))
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain people(HttpSecurity http) {
            return http.authorizeHttpRequests(asks -> asks.anyRequest().authenticated())
                    .csrf(AbstractHttpConfigurer::disable)
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        Accounts accounts() {
            return new Accounts();
        }

        @Bean
        Clients clients() {
            return new Clients();
        }

        @Bean
        UserDetailsService users(Accounts accounts) {
            return name ->
                    User.withUsername(name)
                            .password("{noop}" + PASSWORD)
                            .disabled(!accounts.all.containsKey(name))
                            .build();
        }

        @Bean
        AuthorizationServerSettings addresses() {
            return AuthorizationServerSettings.builder().build();
        }

        private static final RSAKey KEY = key();
        private static final RSAKey FORGED = key();

        private static RSAKey key() {
            try {
                return new RSAKeyGenerator(2048).keyID("the same name").generate();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }

        @Bean
        JWKSource<SecurityContext> keys() {
            return new ImmutableJWKSet<>(new JWKSet(KEY));
        }

        @Bean
        JwtDecoder ownTokens(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        @Primary
        JwtEncoder tokens(JWKSource<SecurityContext> keys, Accounts accounts) {
            JwtEncoder honest = new NimbusJwtEncoder(keys);
            JwtEncoder forger = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(FORGED)));
            return what -> (accounts.lie == Lie.SIGNATURE ? forger : honest).encode(what);
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> whatItSays(Accounts accounts) {
            return token -> {
                if (!token.getTokenType().getValue().equals("id_token")) return;
                Account account = accounts.all.get(token.getPrincipal().getName());
                Map<String, Object> said = new HashMap<>();
                said.put("email", account.email());
                said.put("email_verified", account.verified());
                token.getClaims().claims(claims -> claims.putAll(said));
                lie(token, accounts.lie);
            };
        }

        private static void lie(JwtEncodingContext token, Lie lie) {
            switch (lie) {
                case ISSUER -> token.getClaims().issuer("http://127.0.0.1:1");
                case AUDIENCE -> token.getClaims().audience(List.of("somebody-else"));
                case NONCE -> token.getClaims().claim("nonce", "of another login");
                case TIME ->
                        token.getClaims()
                                .issuedAt(Instant.now().minusSeconds(7200))
                                .expiresAt(Instant.now().minusSeconds(3600));
                case NONE, SIGNATURE -> {}
            }
        }
    }
}
