package app.rapport.balance.web;

import app.rapport.access.Refused;
import app.rapport.balance.Balances;
import app.rapport.balance.DealBalances;
import app.rapport.balance.model.Given;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.Account;
import app.rapport.people.AccountBook;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** The balance of effort with a person or a company, what is recorded of it, and what is wrong. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class BalanceController {
    private final Balances balances;
    private final DealBalances deals;
    private final People people;
    private final AccountBook accounts;
    private final Clock clock;

    BalanceController(
            Balances balances,
            DealBalances deals,
            People people,
            AccountBook accounts,
            Clock clock) {
        this.balances = balances;
        this.deals = deals;
        this.people = people;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/people/{id}/balance")
    BalancePage ofPerson(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String at, Viewer viewer) {
        PersonCard card = card(viewer, id);
        AsOf asOf = AsOf.of(at, viewer.zone(), clock.instant());
        return new BalancePage(
                new BalanceView(
                        "/people/" + id,
                        card.name(),
                        balances.story(viewer, List.of(card.id()), asOf.at()),
                        viewer.zone(),
                        deals.with(viewer, List.of(card.id()), asOf.at())),
                true,
                asOf.day(),
                asOf.past());
    }

    @GetMapping("/accounts/{id}/balance")
    BalancePage ofAccount(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String at, Viewer viewer) {
        Account account =
                accounts.account(viewer, new AccountId(id)).orElseThrow(BalanceController::nothing);
        AsOf asOf = AsOf.of(at, viewer.zone(), clock.instant());
        Collection<PersonId> workers = accounts.people(viewer, account.id());
        return new BalancePage(
                new BalanceView(
                        "/accounts/" + id,
                        account.name(),
                        balances.story(viewer, workers, asOf.at()),
                        viewer.zone(),
                        deals.with(viewer, workers, asOf.at())),
                false,
                asOf.day(),
                asOf.past());
    }

    @PostMapping("/people/{id}/balance/given")
    String record(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String side,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String day,
            Viewer viewer,
            HttpServletResponse response) {
        PersonCard card = card(viewer, id);
        try {
            UUID given = balances.record(viewer, card.id(), given(viewer, kind, side, words, day));
            Notices.say(
                    response,
                    Notice.undoable(
                            "It counts in the balance.",
                            home(id) + "/given/" + given + "/take-back"));
        } catch (Refused e) {
            Notices.say(response, Notice.of(e.getMessage() + "."));
        }
        return "redirect:" + home(id);
    }

    private Balances.New given(Viewer viewer, String kind, String side, String words, String day) {
        Given.Kind what =
                Given.Kind.of(kind).orElseThrow(() -> new Refused("kind", "Choose what was given"));
        if (!side.equals("ours") && !side.equals("theirs"))
            throw new Refused("side", "Choose who gave it");
        return new Balances.New(
                what, side.equals("ours"), words, AsOf.moment(day, viewer.zone(), clock.instant()));
    }

    @PostMapping("/people/{id}/balance/given/{given}/take-back")
    String takeBack(
            @PathVariable UUID id,
            @PathVariable UUID given,
            Viewer viewer,
            HttpServletResponse response) {
        if (!balances.takeBack(viewer, card(viewer, id).id(), given)) throw nothing();
        Notices.say(response, Notice.of("It is taken back."));
        return "redirect:" + home(id);
    }

    @PostMapping("/people/{id}/balance/wrong")
    String wrong(
            @PathVariable UUID id,
            @RequestParam String entry,
            @RequestParam(defaultValue = "") String words,
            Viewer viewer,
            HttpServletResponse response) {
        PersonCard card = card(viewer, id);
        try {
            if (!balances.wrong(viewer, card.id(), entry, words)) throw nothing();
            Notices.say(
                    response,
                    Notice.undoable(
                            "That counts nothing from now on; your word stands beside it.",
                            UriComponentsBuilder.fromPath(home(id) + "/right")
                                    .queryParam("entry", entry)
                                    .toUriString()));
        } catch (Refused e) {
            Notices.say(response, Notice.of(e.getMessage() + "."));
        }
        return "redirect:" + home(id);
    }

    @PostMapping("/people/{id}/balance/right")
    String right(
            @PathVariable UUID id,
            @RequestParam String entry,
            Viewer viewer,
            HttpServletResponse response) {
        if (!balances.countAgain(viewer, card(viewer, id).id(), entry)) throw nothing();
        Notices.say(response, Notice.of("That counts again."));
        return "redirect:" + home(id);
    }

    private static String home(UUID person) {
        return "/people/" + person + "/balance";
    }

    private PersonCard card(Viewer viewer, UUID id) {
        return people.card(viewer, new PersonId(id)).orElseThrow(BalanceController::nothing);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
