package app.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Us;
import app.rapport.conversations.MailArchive.Frequent;
import app.rapport.exchange.UsProposal.Address;
import app.rapport.exchange.UsProposal.Domain;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UsProposalTest {
    private static final List<Frequent> MAIL =
            List.of(
                    new Frequent("nora@tarnteasel.example", 800, 2_000),
                    new Frequent("bea@quillbrook.example", 90, 200),
                    new Frequent("n.pelling@gmail.com", 40, 90));

    @Test
    void the_address_on_most_mails_and_those_with_the_name_in_them_look_like_ones_own() {
        UsProposal proposal = UsProposal.of(MAIL, "Nora Pelling", us(Set.of(), Set.of()));
        assertThat(proposal.addresses())
                .extracting(Address::likely)
                .containsExactly(true, false, true);
        assertThat(proposal.open()).isTrue();
    }

    @Test
    void a_domain_where_anybody_may_have_an_address_is_not_the_firms() {
        UsProposal proposal = UsProposal.of(MAIL, "Nora Pelling", us(Set.of(), Set.of()));
        assertThat(proposal.domains()).containsExactly(new Domain("tarnteasel.example", false));
    }

    @Test
    void nothing_is_asked_once_all_of_it_is_known() {
        Us us =
                us(
                        Set.of("nora@tarnteasel.example", "n.pelling@gmail.com"),
                        Set.of("tarnteasel.example"));
        assertThat(UsProposal.of(MAIL, "Nora Pelling", us).open()).isFalse();
        assertThat(UsProposal.of(List.of(), "Nora Pelling", us).open()).isFalse();
    }

    private static Us us(Set<String> mine, Set<String> domains) {
        return new Us(mine, Set.of(), domains);
    }
}
