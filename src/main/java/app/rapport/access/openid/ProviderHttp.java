package app.rapport.access.openid;

import app.rapport.kernel.PublicAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/**
 * The way to a provider's server. Who types an issuer, or what a provider's own description names,
 * leads to no machine beside ours; nothing is followed elsewhere, and an answer is neither endless
 * nor slow.
 */
final class ProviderHttp
        implements ClientHttpRequestFactory, ClientHttpRequestInterceptor, AutoCloseable {
    private static final int LARGEST = 1 << 20;

    private final boolean privateNetworks;
    private final HttpClient client;
    private final JdkClientHttpRequestFactory requests;

    ProviderHttp(boolean privateNetworks) {
        this.privateNetworks = privateNetworks;
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(5))
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
        this.requests = new JdkClientHttpRequestFactory(client, Thread::startVirtualThread);
        this.requests.setReadTimeout(Duration.ofSeconds(10));
    }

    /** Said to people. */
    static final class NotAsked extends IOException {
        private static final long serialVersionUID = 1L;

        NotAsked(String sentence) {
            super(sentence);
        }
    }

    @Override
    public ClientHttpRequest createRequest(URI uri, HttpMethod method) throws IOException {
        check(uri);
        return requests.createRequest(uri, method);
    }

    private void check(URI uri) throws NotAsked {
        String scheme = String.valueOf(uri.getScheme());
        boolean web = scheme.equals("https") || (privateNetworks && scheme.equals("http"));
        if (uri.getHost() == null || !web || uri.getUserInfo() != null)
            throw new NotAsked("The address has to begin with https://.");
        if (privateNetworks) return;
        try {
            if (!PublicAddress.isHost(uri.getHost()))
                throw new NotAsked(
                        "The address leads into a private network, which is not asked. Who runs this server can allow it.");
        } catch (UnknownHostException e) {
            throw new NotAsked("There is no server of the name " + uri.getHost() + ".");
        }
    }

    @Override
    public ClientHttpResponse intercept(
            HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        ClientHttpResponse answer = execution.execute(request, body);
        try (InputStream in = answer.getBody()) {
            byte[] whole = in.readNBytes(LARGEST + 1);
            if (whole.length > LARGEST)
                throw new NotAsked("The answer of " + request.getURI().getHost() + " is too long.");
            return new Whole(answer, whole);
        }
    }

    List<ClientHttpRequestInterceptor> bounds() {
        return List.of(this);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private record Whole(ClientHttpResponse from, byte[] body) implements ClientHttpResponse {
        @Override
        public HttpStatusCode getStatusCode() throws IOException {
            return from.getStatusCode();
        }

        @Override
        public String getStatusText() throws IOException {
            return from.getStatusText();
        }

        @Override
        public HttpHeaders getHeaders() {
            return from.getHeaders();
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }

        @Override
        public void close() {
            from.close();
        }
    }
}
