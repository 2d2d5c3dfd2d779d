package app.rapport.cli;

import app.rapport.mailboxes.Mailboxes;
import app.rapport.mailboxes.model.MailServer;
import app.rapport.mailboxes.model.MailboxId;
import app.rapport.post.OAuthGrant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = "Connect a mailbox; its id is printed. It is tried out first.")
final class MailboxAddCommand extends MailboxCommand.OfMember {
    @Option(names = "--host", required = true, paramLabel = "H")
    private String host = "";

    @Option(names = "--port", paramLabel = "P", description = "Default: 993, else 143.")
    private @Nullable Integer port;

    @Option(
            names = "--tls",
            defaultValue = "implicit",
            paramLabel = "implicit|starttls|none",
            description = "Default: ${DEFAULT-VALUE}.")
    private MailServer.Security security = MailServer.Security.IMPLICIT;

    @Option(names = "--user", required = true, paramLabel = "U")
    private String user = "";

    @Option(
            names = "--password-stdin",
            required = true,
            description = "Read the password, or the access token, from standard input, one line.")
    @SuppressWarnings("unused") // required, so that nobody waits unknowingly
    private boolean passwordFromInput;

    @Option(
            names = "--xoauth2",
            description = "The line is an access token of OAuth 2 instead of a password.")
    private boolean token;

    @Option(
            names = "--token-address",
            paramLabel = "URL",
            description =
                    "The line is a refresh token of OAuth 2; access tokens are renewed there.")
    private @Nullable String tokenAddress;

    @Option(names = "--client-id", paramLabel = "ID", description = "Of the OAuth 2 client.")
    private String clientId = "";

    @Option(
            names = "--client-secret-file",
            paramLabel = "FILE",
            description = "Holds the OAuth 2 client's secret, where it has one.")
    private @Nullable Path clientSecret;

    @Option(
            names = "--folders",
            split = ",",
            defaultValue = "all",
            paramLabel = "A",
            description = "Folders by the server's names, or all: all but trash.")
    private List<String> folders = List.of();

    @Option(
            names = "--since",
            paramLabel = "DAY",
            description = "Nothing that came before that day, such as 2024-01-31.")
    private @Nullable LocalDate since;

    @Override
    public Integer call() throws IOException {
        String secret = secret(FirstLine.read());
        MailServer server =
                new MailServer(
                        host.strip(),
                        port == null ? security.usualPort() : port,
                        security,
                        user.strip(),
                        token || tokenAddress != null
                                ? MailServer.Method.XOAUTH2
                                : MailServer.Method.PASSWORD);
        boolean all = folders.size() == 1 && folders.getFirst().equalsIgnoreCase("all");
        Set<String> chosen = all ? Set.of() : new LinkedHashSet<>(folders);
        Mailboxes.Choice choice = new Mailboxes.Choice(chosen, Optional.ofNullable(since));
        Stdout.result()
                .println(
                        this.<String>with((context, viewer) -> {
                            MailboxId id =
                                    context.getBean(Mailboxes.class)
                                            .add(viewer, server, secret, choice);
                            return json ? MailboxJson.id(id) : id.toString();
                        }));
        return 0;
    }

    private String secret(String line) throws IOException {
        if (tokenAddress == null) return line;
        String ofClient = clientSecret == null ? "" : Files.readString(clientSecret).strip();
        return OAuthGrant.of(new OAuthGrant.Client(tokenAddress, clientId, ofClient), line).kept();
    }
}
