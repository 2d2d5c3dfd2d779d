package app.rapport.access.openid;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** A browser between a firm's provider and us, one step at a time. */
public final class ProviderVisitor {
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String ours;

    public ProviderVisitor(String ours) {
        this.ours = ours;
    }

    /** From our link to the provider, through its login, and to the link back, not yet followed. */
    public String linkBack(String entrance, String account) {
        return linkBack(get(entrance), account);
    }

    private String linkBack(HttpResponse<String> away, String account) {
        if (away.statusCode() != 302) throw new IllegalStateException(away.body());
        String asking = location(away);
        get(asking);
        URI provider = URI.create(asking);
        post(
                provider.resolve("/login").toString(),
                "username=" + encoded(account) + "&password=" + encoded(TestProvider.PASSWORD));
        return location(get(asking));
    }

    /** The whole way: what our door answers in the end. */
    public HttpResponse<String> logIn(String entrance, String account) {
        return get(linkBack(entrance, account));
    }

    /** The same from an answer of ours that leads to the provider. */
    public HttpResponse<String> logInBy(HttpResponse<String> away, String account) {
        return get(linkBack(away, account));
    }

    public HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(absolute(address)).build());
    }

    public HttpResponse<String> post(String address, String form) {
        return send(
                HttpRequest.newBuilder(absolute(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build());
    }

    public static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private URI absolute(String address) {
        return URI.create(address.startsWith("/") ? ours + address : address);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
