package app.rapport.demo;

import app.rapport.access.Access;
import app.rapport.access.MadeUpFirm;
import app.rapport.access.Member;
import app.rapport.access.Members;
import app.rapport.access.Role;
import app.rapport.database.CurrentWorkspace;
import app.rapport.demo.model.Almanac;
import app.rapport.demo.model.Company;
import app.rapport.demo.model.Deed;
import app.rapport.demo.model.Play;
import app.rapport.demo.model.Seller;
import app.rapport.kernel.Derived;
import app.rapport.kernel.HouseClock;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WorkspaceId;
import app.rapport.people.AccountBook;
import app.rapport.people.People;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * A made-up firm to look around in: three sellers, forty companies, a year and a half. Made by
 * rules, brought in as a real firm's past is, and removed with all that is in it.
 */
@Service
public class Demo {
    private static final Duration BEFORE_ALL = Duration.ofDays(560);

    private final MadeUpFirm firm;
    private final Access access;
    private final Members members;
    private final Arrivals arrivals;
    private final Performance performance;
    private final People people;
    private final AccountBook accounts;
    private final ObjectProvider<Derived> derived;

    Demo(
            MadeUpFirm firm,
            Access access,
            Members members,
            Arrivals arrivals,
            Performance performance,
            People people,
            AccountBook accounts,
            ObjectProvider<Derived> derived) {
        this.firm = firm;
        this.access = access;
        this.members = members;
        this.arrivals = arrivals;
        this.performance = performance;
        this.people = people;
        this.accounts = accounts;
        this.derived = derived;
    }

    public boolean isThere() {
        return firm.isWhole();
    }

    /** As whom one can look around, who leads first. */
    public List<Member> sellers() {
        return firm.there().filter(_ -> firm.isWhole()).map(this::sellers).orElse(List.of());
    }

    private List<Member> sellers(WorkspaceId workspace) {
        return members.list(workspace).stream()
                .flatMap(one -> access.member(workspace, one.id()).stream())
                .toList();
    }

    /**
     * Makes it as of that moment.
     *
     * @param percent is told how far it is
     */
    public void make(long seed, Instant now, ZoneId zone, IntConsumer percent) {
        firm.remove(); // what was begun and never ended
        Play play = Play.of(seed, new Almanac(LocalDate.ofInstant(now, zone), zone));
        List<Viewer> sellers =
                HouseClock.at(
                        now.minus(BEFORE_ALL),
                        () ->
                                firm
                                        .make(
                                                Seller.FIRM,
                                                Seller.ALL.stream().map(Demo::seller).toList(),
                                                zone)
                                        .stream()
                                        .map(Member::viewer)
                                        .toList());
        CurrentWorkspace.run(sellers.getFirst().workspace(), () -> bring(play, sellers, percent));
        firm.whole();
    }

    private static MadeUpFirm.Seller seller(Seller one) {
        return new MadeUpFirm.Seller(
                one.name(), one.address(), one.leads() ? Role.LEADER : Role.SELLER);
    }

    private void bring(Play play, List<Viewer> sellers, IntConsumer percent) {
        arrivals.house(sellers.getFirst());
        List<Company> companies = play.companies();
        for (Company company : companies) {
            arrivals.company(play, company, sellers.get(company.owner()));
            percent.accept(20 * (company.number() + 1) / companies.size());
        }
        IntStream.range(0, sellers.size())
                .forEach(seller -> {
                    arrivals.files(play, seller, sellers.get(seller));
                    percent.accept(20 + 15 * (seller + 1));
                });
        Known known = new Known(sellers, people, accounts);
        int done = 0;
        for (Deed deed : play.deeds()) {
            performance.of(known, deed);
            percent.accept(65 + 34 * ++done / play.deeds().size());
        }
        // what was concluded at moments of the past is concluded again as of now
        derived.orderedStream().forEach(one -> one.rebuild(sellers.getFirst()));
        percent.accept(100);
    }

    /** Takes it away with all that was typed in it; false where there is none. */
    public boolean remove() {
        return firm.remove();
    }
}
