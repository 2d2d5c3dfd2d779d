package app.rapport.mailboxes.web;

import app.rapport.access.Refused;
import app.rapport.mailboxes.model.MailServer;
import java.util.Optional;

/** What somebody typed to connect a mailbox; the password is given in and never drawn again. */
public record ConnectForm(String host, String port, String security, String login, String method) {
    static final ConnectForm EMPTY = new ConnectForm("", "", "implicit", "", "password");

    MailServer server() {
        MailServer.Security way =
                MailServer.Security.of(security).orElse(MailServer.Security.IMPLICIT);
        return new MailServer(
                host.strip(),
                number().orElse(way.usualPort()),
                way,
                login.strip(),
                MailServer.Method.of(method).orElse(MailServer.Method.PASSWORD));
    }

    private Optional<Integer> number() {
        if (port.isBlank()) return Optional.empty();
        if (!port.strip().matches("\\d{1,5}")) throw new Refused("port", "Between 1 and 65535");
        return Optional.of(Integer.valueOf(port.strip()));
    }
}
