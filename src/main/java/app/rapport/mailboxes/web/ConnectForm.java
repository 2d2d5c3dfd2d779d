package app.rapport.mailboxes.web;

import app.rapport.access.Refused;
import app.rapport.mailboxes.model.MailServer;
import app.rapport.post.OAuthGrant;
import java.util.Optional;

/** What somebody typed to connect a mailbox; the password is given in and never drawn again. */
public record ConnectForm(
        String host,
        String port,
        String security,
        String login,
        String method,
        String tokenAddress,
        String clientId) {
    static final ConnectForm EMPTY = new ConnectForm("", "", "implicit", "", "password", "", "");

    MailServer server() {
        MailServer.Security way =
                MailServer.Security.of(security).orElse(MailServer.Security.IMPLICIT);
        return new MailServer(
                host.strip(),
                number().orElse(way.usualPort()),
                way,
                login.strip(),
                tokenAddress.isBlank()
                        ? MailServer.Method.of(method).orElse(MailServer.Method.PASSWORD)
                        : MailServer.Method.XOAUTH2);
    }

    /** What is kept: the secret as it was typed, or a grant that renews itself by it. */
    String secret(String typed, String clientSecret) {
        if (tokenAddress.isBlank()) return typed;
        return OAuthGrant.of(
                        new OAuthGrant.Client(tokenAddress.strip(), clientId.strip(), clientSecret),
                        typed)
                .kept();
    }

    private Optional<Integer> number() {
        if (port.isBlank()) return Optional.empty();
        if (!port.strip().matches("\\d{1,5}")) throw new Refused("port", "Between 1 and 65535");
        return Optional.of(Integer.valueOf(port.strip()));
    }
}
