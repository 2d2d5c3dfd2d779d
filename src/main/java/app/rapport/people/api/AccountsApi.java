package app.rapport.people.api;

import app.rapport.access.Etags;
import app.rapport.access.House;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.people.Account;
import app.rapport.people.AccountBook;
import app.rapport.people.AccountLine;
import app.rapport.people.Accounts;
import app.rapport.people.ContactBook;
import app.rapport.people.PointDraft;
import app.rapport.people.model.AccountField;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Companies over the API. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class AccountsApi {
    private static final int MOST_CONTACTS = 500;

    private final Accounts accounts;
    private final AccountBook book;
    private final ContactBook contacts;
    private final House house;
    private final Etags etags;
    private final JsonMapper mapper;

    AccountsApi(
            Accounts accounts,
            AccountBook book,
            ContactBook contacts,
            House house,
            Etags etags,
            JsonMapper mapper) {
        this.accounts = accounts;
        this.book = book;
        this.contacts = contacts;
        this.house = house;
        this.etags = etags;
        this.mapper = mapper;
    }

    /**
     * @param next the cursor of the next page; null on the last
     */
    record AccountPage(List<AccountJson> items, @Nullable String next) {}

    @GetMapping("/api/v1/accounts")
    AccountPage list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = "50") int limit,
            Viewer viewer) {
        Slice<AccountLine> page = page(viewer, q, cursor, Math.clamp(limit, 1, 200));
        Map<MemberId, String> members = house.members(viewer);
        List<AccountJson> items =
                book.accounts(viewer, page.items().stream().map(AccountLine::id).toList()).stream()
                        .map(account -> AccountJson.of(account, members))
                        .toList();
        return new AccountPage(items, page.next().orElse(null));
    }

    private Slice<AccountLine> page(
            Viewer viewer, String words, Optional<String> cursor, int most) {
        try {
            return accounts.page(viewer, words, cursor, most);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "The cursor is not one that this list gave", e);
        }
    }

    @GetMapping("/api/v1/accounts/{id}")
    ResponseEntity<AccountJson> one(@PathVariable UUID id, Viewer viewer) {
        return etags.tagged(json(viewer, account(viewer, id)));
    }

    private Account account(Viewer viewer, UUID id) {
        return book.account(viewer, new AccountId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private AccountJson json(Viewer viewer, Account account) {
        return AccountJson.of(account, house.members(viewer));
    }

    /**
     * @param next the cursor of the next page; null on the last
     */
    record AccountContacts(List<ContactJson> items, @Nullable String next) {}

    /** Who works there, by name. */
    @GetMapping("/api/v1/accounts/{id}/contacts")
    AccountContacts contacts(
            @PathVariable UUID id,
            @RequestParam Optional<UUID> cursor,
            @RequestParam(defaultValue = "500") int limit,
            Viewer viewer) {
        Account account = account(viewer, id);
        Slice<PersonId> page =
                book.people(
                        viewer,
                        account.id(),
                        cursor.map(PersonId::new),
                        Math.clamp(limit, 1, MOST_CONTACTS));
        return new AccountContacts(
                contacts.contacts(viewer, page.items()).stream().map(ContactJson::of).toList(),
                page.next().orElse(null));
    }

    @PostMapping("/api/v1/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AccountJson> create(
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(schema = @Schema(implementation = AccountBody.class)))
                    ObjectNode body,
            Viewer viewer) {
        AccountId id = book.add(viewer, given(body, List.of()));
        AccountJson made = json(viewer, account(viewer, id.value()));
        return ResponseEntity.status(HttpStatus.CREATED).eTag(etags.of(made)).body(made);
    }

    @PatchMapping("/api/v1/accounts/{id}")
    ResponseEntity<AccountJson> change(
            @PathVariable UUID id,
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(schema = @Schema(implementation = AccountBody.class)))
                    ObjectNode body,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            Viewer viewer) {
        Account standing = account(viewer, id);
        book.change(
                viewer,
                standing.id(),
                given(body, standing.points()),
                now -> etags.require(ifMatch, json(viewer, now)));
        return one(id, viewer);
    }

    @DeleteMapping("/api/v1/accounts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            Viewer viewer) {
        book.delete(
                viewer, account(viewer, id).id(), now -> etags.require(ifMatch, json(viewer, now)));
    }

    private Map<AccountField, String> given(ObjectNode body, List<PointDraft> standing) {
        return new GivenFields(body, mapper.treeToValue(body, AccountBody.class), standing)
                .read(AccountField.values());
    }
}
