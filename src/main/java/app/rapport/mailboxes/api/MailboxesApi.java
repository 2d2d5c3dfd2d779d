package app.rapport.mailboxes.api;

import app.rapport.access.House;
import app.rapport.access.Refused;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.mailboxes.MailboxReport;
import app.rapport.mailboxes.Mailboxes;
import app.rapport.mailboxes.Mailboxes.Choice;
import app.rapport.mailboxes.Mailboxes.View;
import app.rapport.mailboxes.model.MailServer;
import app.rapport.mailboxes.model.MailTrouble;
import app.rapport.mailboxes.model.Mailbox;
import app.rapport.mailboxes.model.MailboxId;
import app.rapport.post.OAuthGrant;
import app.rapport.ui.Seat;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Mailboxes over the API: one's own; of others' only those who manage members see how they are. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.CONNECT)
class MailboxesApi {
    private final Mailboxes mailboxes;
    private final House house;

    MailboxesApi(Mailboxes mailboxes, House house) {
        this.mailboxes = mailboxes;
        this.house = house;
    }

    /**
     * @param others empty for those who do not manage members
     */
    record AllJson(List<MailboxReport> mailboxes, List<OtherJson> others) {}

    /** A colleague's mailbox: that it exists and how it is. */
    record OtherJson(
            UUID id,
            String member,
            String state,
            @Nullable String trouble,
            @Nullable String syncedAt) {}

    /**
     * A mailbox to connect.
     *
     * @param port left out: the usual one
     * @param tls implicit, starttls or none
     * @param password or an access token of OAuth 2, where {@code method} is xoauth2; a refresh
     *     token, where there is a {@code tokenAddress}
     * @param tokenAddress where access tokens are renewed (OAuth 2)
     * @param clientSecret left out for a public client
     * @param folders by the server's names; left out or empty: all but trash
     * @param since nothing that came before that day
     */
    record NewMailbox(
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String tls,
            @Nullable String user,
            @Nullable String password,
            @Nullable String method,
            @Nullable String tokenAddress,
            @Nullable String clientId,
            @Nullable String clientSecret,
            @Nullable List<String> folders,
            @Nullable LocalDate since) {

        MailServer server() {
            MailServer.Security security =
                    MailServer.Security.of(tls == null ? "implicit" : tls)
                            .orElseThrow(() -> new Refused("tls", "implicit, starttls or none"));
            return new MailServer(
                    given(host),
                    port == null ? security.usualPort() : port,
                    security,
                    given(user),
                    renews()
                            ? MailServer.Method.XOAUTH2
                            : MailServer.Method.of(method == null ? "password" : method)
                                    .orElseThrow(
                                            () -> new Refused("method", "password or xoauth2")));
        }

        private boolean renews() {
            return !given(tokenAddress).isEmpty();
        }

        String secret(String typed) {
            if (!renews()) return typed;
            return OAuthGrant.of(
                            new OAuthGrant.Client(
                                    given(tokenAddress), given(clientId), given(clientSecret)),
                            typed)
                    .kept();
        }

        Choice choice() {
            return new Choice(
                    folders == null ? Set.of() : Set.copyOf(folders), Optional.ofNullable(since));
        }

        private static String given(@Nullable String value) {
            return value == null ? "" : value.strip();
        }
    }

    @GetMapping("/api/v1/mailboxes")
    AllJson all(Viewer viewer, HttpServletRequest request) {
        boolean manages =
                Seat.of(request).filter(seat -> seat.may(Right.MANAGE_MEMBERS)).isPresent();
        return new AllJson(
                mailboxes.of(viewer).stream().map(MailboxReport::of).toList(),
                manages ? others(viewer) : List.of());
    }

    private List<OtherJson> others(Viewer viewer) {
        var names = house.members(viewer);
        return mailboxes.ofOthers(viewer).stream()
                .map(box ->
                        new OtherJson(
                                box.id().value(),
                                names.getOrDefault(box.member(), ""),
                                box.state().word(),
                                box.trouble().orElse(null),
                                box.syncedAt().map(Object::toString).orElse(null)))
                .toList();
    }

    @GetMapping("/api/v1/mailboxes/{id}")
    MailboxReport one(@PathVariable UUID id, Viewer viewer) {
        return MailboxReport.of(view(viewer, id));
    }

    /** Connects a mailbox, once it was tried out; what is wrong is said in plain words. */
    @PostMapping("/api/v1/mailboxes")
    @ResponseStatus(HttpStatus.CREATED)
    @ApiResponse(responseCode = "201", description = "Connected", useReturnTypeSchema = true)
    MailboxReport connect(@RequestBody NewMailbox wanted, Viewer viewer) {
        String secret = wanted.password();
        if (secret == null || secret.isEmpty())
            throw new Refused("password", "Give the password, or an access token");
        try {
            MailboxId id =
                    mailboxes.add(viewer, wanted.server(), wanted.secret(secret), wanted.choice());
            return MailboxReport.of(view(viewer, id.value()));
        } catch (MailTrouble e) {
            throw new Refused(field(e), e.sentence());
        }
    }

    private static String field(MailTrouble trouble) {
        return switch (trouble.kind().field()) {
            case "secret" -> "password";
            case "security" -> "tls";
            default -> trouble.kind().field();
        };
    }

    /**
     * Wants it compared with the server and read at once; ask for it again to see how far it is.
     */
    @PostMapping("/api/v1/mailboxes/{id}/sync")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @ApiResponse(
            responseCode = "202",
            description = "It is read within seconds",
            useReturnTypeSchema = true)
    MailboxReport sync(@PathVariable UUID id, Viewer viewer) {
        Mailbox box = view(viewer, id).mailbox();
        if (box.state() != Mailbox.State.ACTIVE)
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "It is " + box.state().word() + "; resume it first");
        mailboxes.ask(viewer, box.id());
        return MailboxReport.of(view(viewer, id));
    }

    /**
     * Ends it.
     *
     * @param undo whether what only it brought goes with it
     */
    @DeleteMapping("/api/v1/mailboxes/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @ApiResponse(responseCode = "204", description = "Removed")
    void remove(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean undo,
            Viewer viewer) {
        Mailbox box = view(viewer, id).mailbox();
        if (undo) mailboxes.removeAll(viewer, box);
        else mailboxes.remove(viewer, box);
    }

    private View view(Viewer viewer, UUID id) {
        return mailboxes
                .one(viewer, new MailboxId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
