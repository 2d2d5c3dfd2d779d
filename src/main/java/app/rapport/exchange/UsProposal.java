package app.rapport.exchange;

import app.rapport.access.Us;
import app.rapport.conversations.MailArchive.Frequent;
import app.rapport.people.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Who "us" looks to be, judged by the mail itself. The address that stands on most mails of an
 * archive is its owner's; others are theirs too when their name is in it.
 */
public record UsProposal(List<Address> addresses, List<Domain> domains) {
    private static final int SHORTEST_NAME = 3;

    /**
     * @param likely whether it looks like the member's own
     */
    public record Address(String address, long sent, boolean likely, boolean known) {}

    public record Domain(String domain, boolean known) {}

    public UsProposal {
        addresses = List.copyOf(addresses);
        domains = List.copyOf(domains);
    }

    /**
     * @param frequent the addresses on most of the member's mails, the most frequent first
     */
    public static UsProposal of(List<Frequent> frequent, String memberName, Us us) {
        List<Address> addresses = new ArrayList<>();
        List<Domain> domains = new ArrayList<>();
        for (Frequent one : frequent) {
            boolean known = us.mine().contains(one.address());
            boolean likely = known || addresses.isEmpty() || named(one.address(), memberName);
            addresses.add(new Address(one.address(), one.sent(), likely, known));
            String domain = domain(one.address());
            boolean firms =
                    likely
                            && !People.isAnybodys(domain)
                            && domains.stream().noneMatch(there -> there.domain().equals(domain));
            if (firms) domains.add(new Domain(domain, us.domains().contains(domain)));
        }
        return new UsProposal(addresses, domains);
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static boolean named(String address, String memberName) {
        String[] words = memberName.toLowerCase(Locale.ROOT).strip().split("\\s+");
        String family = words[words.length - 1];
        return family.length() >= SHORTEST_NAME
                && address.substring(0, address.lastIndexOf('@')).contains(family);
    }

    /** Whether there is anything to say yes to. */
    public boolean open() {
        return addresses.stream().anyMatch(one -> one.likely() && !one.known())
                || domains.stream().anyMatch(one -> !one.known());
    }
}
