package app.rapport.calls;

import app.rapport.access.Audit;
import app.rapport.access.Refused;
import app.rapport.calls.CaseOf.OfAccount;
import app.rapport.calls.CaseOf.OfDeal;
import app.rapport.calls.model.BusinessCase;
import app.rapport.calls.model.Span;
import app.rapport.calls.store.CaseRows;
import app.rapport.deals.Deal;
import app.rapport.deals.DealBook;
import app.rapport.deals.DealId;
import app.rapport.deals.Deals;
import app.rapport.deals.model.DealField;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.Account;
import app.rapport.people.AccountBook;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/**
 * What buying costs a customer and brings them. Each save is a version of its own, so each can be
 * taken back. Who sees the company or the deal sees its cases.
 */
@Service
public class BusinessCases {
    private static final int LISTED_VERSIONS = 200;

    private final CaseRows rows;
    private final AccountBook accounts;
    private final DealBook book;
    private final Deals deals;
    private final Audit audit;
    private final Clock clock;

    BusinessCases(
            CaseRows rows,
            AccountBook accounts,
            DealBook book,
            Deals deals,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.book = book;
        this.deals = deals;
        this.audit = audit;
        this.clock = clock;
    }

    public Optional<FiledCase> one(Viewer viewer, UUID id) {
        return rows.one(viewer, id);
    }

    /** Of a company its own and those of its deals; newest first. */
    public List<FiledCase> of(Viewer viewer, CaseOf of, int most) {
        return rows.page(viewer, Optional.of(of), Optional.empty(), most);
    }

    /**
     * Newest first.
     *
     * @throws IllegalArgumentException when the cursor is none of this list
     */
    public Slice<FiledCase> page(
            Viewer viewer, Optional<CaseOf> of, Optional<String> cursor, int most) {
        return Slice.of(
                rows.page(viewer, of, cursor.map(UUID::fromString), most + 1),
                most,
                one -> one.id().toString());
    }

    /** A new one, not kept yet; empty where there is no such company or deal. */
    public Optional<FiledCase> fresh(Viewer viewer, CaseOf of) {
        return switch (of) {
            case OfAccount(AccountId id) ->
                    accounts.account(viewer, id)
                            .filter(account -> !account.deleted())
                            .map(account -> of(viewer, of, account));
            case OfDeal(DealId id) -> book.deal(viewer, id).map(deal -> of(viewer, of, deal));
        };
    }

    private FiledCase of(Viewer viewer, CaseOf of, Account account) {
        BusinessCase blank =
                BusinessCase.blank("Business case", deals.usualCurrency(viewer), Optional.empty());
        return fresh(viewer, of, account.name(), "", blank);
    }

    /** Its title names the company, not the deal: a customer who has the link reads it. */
    private FiledCase of(Viewer viewer, CaseOf of, Deal deal) {
        Optional<Span> price =
                deal.amount().filter(all -> all.signum() >= 0).map(all -> new Span(all, all));
        String said = deal.text(DealField.CURRENCY);
        BusinessCase blank =
                BusinessCase.blank(
                        deal.accountName().isEmpty()
                                ? "Business case"
                                : "Business case for " + deal.accountName(),
                        said.isEmpty() ? deals.usualCurrency(viewer) : said,
                        price);
        return fresh(viewer, of, deal.accountName(), deal.name(), blank);
    }

    private FiledCase fresh(
            Viewer viewer, CaseOf of, String company, String deal, BusinessCase blank) {
        Instant now = now();
        return new FiledCase(Uuid7.next(), of, company, deal, blank, 0, now, now, viewer.member());
    }

    /** Keeps a new one. */
    @Transactional
    public FiledCase add(Viewer viewer, CaseOf of, BusinessCase content) {
        FiledCase made = fresh(viewer, of).orElseThrow(BusinessCases::missing);
        rows.add(viewer, made.id(), of, CaseRules.checked(content), made.createdAt());
        audit.record(viewer, "case.added", made.id());
        return rows.one(viewer, made.id()).orElseThrow(BusinessCases::missing);
    }

    /**
     * Keeps what was written; where nothing is other than before, no version is added.
     *
     * @param check sees the case as it stands, while nobody else can change it; it may refuse
     */
    @Transactional
    public FiledCase change(
            Viewer viewer, UUID id, BusinessCase content, Consumer<FiledCase> check) {
        rows.lock(viewer, id);
        FiledCase standing = rows.one(viewer, id).orElseThrow(BusinessCases::missing);
        check.accept(standing);
        if (standing.content().equals(content)) return standing;
        rows.change(viewer, id, standing.revision() + 1, CaseRules.checked(content), now());
        audit.record(viewer, "case.changed", id);
        return rows.one(viewer, id).orElseThrow(BusinessCases::missing);
    }

    /**
     * Refuses where somebody saved since that revision was read.
     *
     * @throws Refused of the field {@code revision}
     */
    public static Consumer<FiledCase> unchangedSince(int revision) {
        return standing -> {
            if (standing.revision() != revision)
                throw new Refused(
                        "revision",
                        "Somebody saved this case meanwhile, see Versions. Yours is below: save it again to let it stand.");
        };
    }

    public List<CaseVersion> versions(Viewer viewer, UUID id) {
        return rows.versions(viewer, id, Integer.MAX_VALUE, LISTED_VERSIONS);
    }

    /**
     * @param before the last revision of the page before
     */
    public Slice<CaseVersion> versions(Viewer viewer, UUID id, Optional<Integer> before, int most) {
        return Slice.of(
                rows.versions(viewer, id, before.orElse(Integer.MAX_VALUE), most + 1),
                most,
                last -> String.valueOf(last.revision()));
    }

    public Optional<BusinessCase> version(Viewer viewer, UUID id, int revision) {
        return rows.version(viewer, id, revision);
    }

    /**
     * Makes an earlier version the newest; empty where there is none.
     *
     * @param check as of {@link #change}
     */
    @Transactional
    public Optional<FiledCase> restore(
            Viewer viewer, UUID id, int revision, Consumer<FiledCase> check) {
        if (rows.one(viewer, id).isEmpty()) return Optional.empty();
        return rows.version(viewer, id, revision)
                .map(content -> change(viewer, id, content, check));
    }

    /** Puts it into the bin; links to it open nothing while it lies there. */
    @Transactional
    public void delete(Viewer viewer, UUID id, Consumer<FiledCase> check) {
        rows.lock(viewer, id);
        check.accept(rows.one(viewer, id).orElseThrow(BusinessCases::missing));
        rows.delete(viewer, id, now());
        audit.record(viewer, "case.deleted", id);
    }

    private Instant now() {
        return clock.instant();
    }

    public static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
