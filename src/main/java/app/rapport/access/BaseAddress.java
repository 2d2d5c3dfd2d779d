package app.rapport.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where people reach this server, for links in mails. Never taken from a request: who asks for a
 * new password could name a host of their own there.
 */
@Component
public class BaseAddress {
    private final String given;
    private final Environment environment;

    BaseAddress(@Value("${rapport.base-address:}") String given, Environment environment) {
        this.given = given.strip().replaceFirst("/+$", "");
        this.environment = environment;
    }

    /**
     * @param path begins with a slash
     */
    public String of(String path) {
        return (given.isEmpty() ? here() : given) + path;
    }

    private String here() {
        String host = environment.getProperty("server.address", "localhost");
        String port =
                environment.getProperty(
                        "local.server.port", environment.getProperty("server.port", "8080"));
        return "http://" + (host.equals("0.0.0.0") ? "localhost" : host) + ":" + port;
    }
}
