package app.rapport.demo;

import app.rapport.access.House;
import app.rapport.demo.model.Company;
import app.rapport.demo.model.Person;
import app.rapport.demo.model.Play;
import app.rapport.demo.model.Seller;
import app.rapport.exchange.FileImport;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.HouseClock;
import app.rapport.kernel.Viewer;
import app.rapport.people.AccountBook;
import app.rapport.people.ContactBook;
import app.rapport.people.Ties;
import app.rapport.people.model.AccountField;
import app.rapport.people.model.ContactField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** How people, mail and meetings of the play come in: written into the book, and by import. */
@Component
class Arrivals {
    private final AccountBook accounts;
    private final ContactBook contacts;
    private final Ties ties;
    private final House house;
    private final FileImport imports;

    Arrivals(
            AccountBook accounts,
            ContactBook contacts,
            Ties ties,
            House house,
            FileImport imports) {
        this.accounts = accounts;
        this.contacts = contacts;
        this.ties = ties;
        this.house = house;
        this.imports = imports;
    }

    void house(Viewer leader) {
        house.addDomains(leader, List.of(Seller.DOMAIN));
    }

    /** A company and its people, on the day since which they are known. */
    void company(Play play, Company company, Viewer owner) {
        HouseClock.at(
                play.almanac().since(company),
                () -> {
                    AccountId account = accounts.add(owner, fields(company, owner));
                    company.people().forEach(person -> person(owner, account, company, person));
                    return account;
                });
    }

    private static Map<AccountField, String> fields(Company company, Viewer owner) {
        Map<AccountField, String> fields = new EnumMap<>(AccountField.class);
        fields.put(AccountField.NAME, company.name());
        fields.put(AccountField.DOMAINS, company.domain());
        fields.put(AccountField.WEBSITE, "https://www." + company.domain());
        fields.put(AccountField.INDUSTRY, company.industry());
        fields.put(AccountField.SIZE, Integer.toString(company.size()));
        fields.put(AccountField.OWNER, owner.member().toString());
        return fields;
    }

    private void person(Viewer owner, AccountId account, Company company, Person person) {
        Map<ContactField, String> fields = new EnumMap<>(ContactField.class);
        fields.put(ContactField.NAME, person.name());
        fields.put(ContactField.GIVEN_NAME, person.given());
        fields.put(ContactField.FAMILY_NAME, person.family());
        fields.put(ContactField.TITLE, person.title());
        fields.put(ContactField.ACCOUNT, account.toString());
        fields.put(ContactField.MAILS, person.address());
        fields.put(ContactField.PHONES, person.phone());
        fields.put(ContactField.OWNER, owner.member().toString());
        fields.put(ContactField.TAGS, company.industry().toLowerCase(java.util.Locale.ROOT));
        ties.toAccount(owner, contacts.add(owner, fields), account, person.role(), "");
    }

    /** The files of a seller, read as any others; they do not stay on the disk. */
    void files(Play play, int seller, Viewer viewer) {
        try {
            Path folder = Files.createTempDirectory("made-up");
            try {
                String name = Seller.ALL.get(seller).given();
                write(folder.resolve(name + ".mbox"), play.mailbox(seller), viewer);
                write(folder.resolve(name + ".ics"), play.calendar(seller), viewer);
                if (seller == 0) write(folder.resolve("fair.csv"), play.fair(), viewer);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path file, String text, Viewer viewer) throws IOException {
        Files.writeString(file, text);
        imports.run(viewer, imports.begin(viewer, List.of(file)), _ -> {});
    }
}
