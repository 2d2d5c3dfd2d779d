package app.rapport.people.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Accounts by what may point at them: an id, else a domain, else the folded name. */
public final class Companies {
    private final Map<ExternalId, UUID> ids = new HashMap<>();
    private final Map<String, UUID> domains = new HashMap<>();
    private final Map<String, List<UUID>> names = new HashMap<>();
    private final Map<UUID, Set<String>> scopes = new HashMap<>();

    public void addId(ExternalId id, UUID account) {
        ids.putIfAbsent(id, account);
        scopes.computeIfAbsent(account, _ -> new HashSet<>()).add(id.scope());
    }

    public void addDomain(String domain, UUID account) {
        domains.putIfAbsent(domain, account);
    }

    /**
     * @param idScopes scopes in which the account has an id already
     */
    public void addName(String key, UUID account, Collection<String> idScopes) {
        List<UUID> same = names.computeIfAbsent(key, _ -> new ArrayList<>());
        if (!same.contains(account)) same.add(account);
        scopes.computeIfAbsent(account, _ -> new HashSet<>()).addAll(idScopes);
    }

    /** Two companies of one name with different ids of the same program are two. */
    public Optional<UUID> find(Optional<ExternalId> id, String domain, String nameKey) {
        Optional<UUID> byId = id.map(ids::get);
        if (byId.isPresent()) return byId;
        UUID byDomain = domains.get(domain);
        if (byDomain != null && mayBe(byDomain, id)) return Optional.of(byDomain);
        return names.getOrDefault(nameKey, List.of()).stream()
                .filter(account -> mayBe(account, id))
                .findFirst();
    }

    private boolean mayBe(UUID account, Optional<ExternalId> id) {
        return id.isEmpty() || !scopes.getOrDefault(account, Set.of()).contains(id.get().scope());
    }

    public Optional<UUID> ofDomain(String domain) {
        return Optional.ofNullable(domains.get(domain));
    }

    public Optional<UUID> ofId(ExternalId id) {
        return Optional.ofNullable(ids.get(id));
    }
}
