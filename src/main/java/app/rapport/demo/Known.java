package app.rapport.demo;

import app.rapport.demo.model.Deed.Done;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.AccountBook;
import app.rapport.people.People;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who and what the names of the play mean in the workspace in which it is played. */
final class Known {
    private final List<Viewer> sellers;
    private final People people;
    private final AccountBook accounts;
    private final Map<String, PersonId> persons = new HashMap<>();
    private final Map<String, AccountId> companies = new HashMap<>();
    private final Map<String, UUID> things = new HashMap<>();

    Known(List<Viewer> sellers, People people, AccountBook accounts) {
        this.sellers = List.copyOf(sellers);
        this.people = people;
        this.accounts = accounts;
    }

    Viewer seller(Done done) {
        return sellers.get(done.by());
    }

    Viewer seller(int number) {
        return sellers.get(number);
    }

    MemberId member(int number) {
        return sellers.get(number).member();
    }

    PersonId person(String address) {
        return persons.computeIfAbsent(
                address,
                one ->
                        Optional.ofNullable(
                                        people.byAddress(sellers.getFirst(), List.of(one)).get(one))
                                .orElseThrow(() -> new IllegalStateException("nobody is " + one)));
    }

    AccountId company(String name) {
        return companies.computeIfAbsent(
                name, one -> accounts.known(sellers.getFirst(), one).orElseThrow());
    }

    void name(String key, UUID id) {
        things.put(key, id);
    }

    UUID named(String key) {
        return Optional.ofNullable(things.get(key))
                .orElseThrow(() -> new IllegalStateException("nothing is called " + key));
    }
}
