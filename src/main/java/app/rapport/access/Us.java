package app.rapport.access;

import java.util.Set;

/**
 * Who is us, for one member: their own addresses, those of the other members, and the firm's
 * domains. All lower case; addresses as they stand in mail, valid or not.
 */
public record Us(Set<String> mine, Set<String> colleagues, Set<String> domains) {
    public Us {
        mine = Set.copyOf(mine);
        colleagues = Set.copyOf(colleagues);
        domains = Set.copyOf(domains);
    }
}
