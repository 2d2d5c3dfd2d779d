package app.rapport.exchange.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import app.rapport.people.ContactDraft;
import app.rapport.people.PointDraft.Kind;
import app.rapport.people.PostalDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Headers in the languages and orders that programs write; the people are made up. */
class SpokenLayoutsTest {
    @TempDir Path folder;

    private List<Item> items(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), content);
        List<Item> items = new ArrayList<>();
        try (ContactFile table = ContactFile.open(file, "table.csv", Mapping.NONE)) {
            for (Optional<Item> item = table.next(); item.isPresent(); item = table.next())
                items.add(item.get());
        }
        return items;
    }

    private ContactDraft first(String content) throws IOException {
        return ((Item.Contact) items(content).getFirst()).told().draft();
    }

    private static String who(ContactDraft draft) {
        return String.join(
                "|",
                draft.displayName(),
                draft.givenName(),
                draft.familyName(),
                draft.prefix(),
                draft.title(),
                draft.companyName());
    }

    private static String reached(ContactDraft draft, Kind kind) {
        return draft.points().stream()
                .filter(point -> point.kind() == kind)
                .map(point -> (point.label() + " " + point.value()).strip())
                .collect(Collectors.joining("; "));
    }

    private static List<String> homes(ContactDraft draft) {
        return draft.postals().stream().map(PostalDraft::lines).toList();
    }

    @Test
    void a_cell_however_long_is_read_whole_and_soon() {
        String host = "a.".repeat(15_000) + "example";
        String blanks = " ".repeat(40_000);

        List<Item> read =
                assertTimeout(
                        Duration.ofSeconds(20),
                        () ->
                                items(
                                        "Name,Phone,Tags,Notes\nIda,1%s2,one%stwo,%s\n"
                                                .formatted(blanks, blanks, host)));

        assertThat(((Item.Contact) read.getFirst()).told().draft().notes()).isEqualTo(host);
    }

    @Test
    void google_in_french() throws IOException {
        ContactDraft draft =
                first(
                        """
                        Prénom,Deuxième prénom,Nom de famille,Préfixe du nom,Pseudo,Nom de l'organisation,Titre dans l'organisation,Service de l'organisation,Date de naissance,Notes,Photo,Libellés,E-mail 1 - Libellé,E-mail 1 - Valeur,Téléphone 1 - Libellé,Téléphone 1 - Valeur,Adresse 1 - Libellé,Adresse 1 - Rue,Adresse 1 - Ville,Adresse 1 - Code postal,Adresse 1 - Pays
                        Élodie,Anne,Marchand,Mme,Lolo,Fromages du Val,Acheteuse,Achats,04/03/1981,Rencontrée au salon,https://photos.example/1.jpg,Clients ::: Salon,Travail,elodie@val.example,Mobile,+33 6 12 34 56 78,Bureau,12 rue des Prés,Annecy,74000,France
                        """);
        assertThat(who(draft))
                .isEqualTo("Élodie Anne Marchand|Élodie|Marchand|Mme|Acheteuse|Fromages du Val");
        assertThat(reached(draft, Kind.MAIL)).isEqualTo("Travail elodie@val.example");
        assertThat(reached(draft, Kind.PHONE)).isEqualTo("Mobile +33 6 12 34 56 78");
        assertThat(reached(draft, Kind.LINK)).isEmpty();
        assertThat(homes(draft)).containsExactly("12 rue des Prés\n74000 Annecy\nFrance");
        assertThat(draft.birthday()).isEqualTo("1981-03-04");
        assertThat(draft.department()).isEqualTo("Achats");
        assertThat(draft.tags()).containsExactly("Clients", "Salon");
    }

    @Test
    void google_in_german_and_spanish() throws IOException {
        ContactDraft german =
                first(
                        """
                        Vorname,Nachname,Name der Organisation,Titel der Organisation,Labels,E-Mail 1 – Label,E-Mail 1 – Wert,Telefon 1 – Label,Telefon 1 – Wert,Adresse 1 – Label,Adresse 1 – Straße,Adresse 1 – Ort,Adresse 1 – Postleitzahl,Website 1 – Label,Website 1 – Wert
                        Uwe,Brand,Brand & Söhne,Einkäufer,* myContacts,Arbeit,uwe@brand.example,Privat,+49 30 5550101,Arbeit,Am Kai 3,Kiel,24103,Profil,https://brand.example/uwe
                        """);
        assertThat(who(german)).isEqualTo("Uwe Brand|Uwe|Brand||Einkäufer|Brand & Söhne");
        assertThat(reached(german, Kind.MAIL)).isEqualTo("Arbeit uwe@brand.example");
        assertThat(reached(german, Kind.PHONE)).isEqualTo("Privat +49 30 5550101");
        assertThat(homes(german)).containsExactly("Am Kai 3\n24103 Kiel");
        ContactDraft spanish =
                first(
                        """
                        Nombre,Segundo nombre,Apellidos,Nombre de la organización,Cargo en la organización,Etiquetas,Correo electrónico 1 - Etiqueta,Correo electrónico 1 - Valor,Teléfono 1 - Etiqueta,Teléfono 1 - Valor,Dirección 1 - Etiqueta,Dirección 1 - Calle,Dirección 1 - Ciudad,Dirección 1 - País
                        Inés,,Prado Ruiz,Aceites Prado,Gerente,Feria,Trabajo,ines@prado.example,Móvil,+34 600 55 51 01,Trabajo,Calle Luna 4,Jaén,España
                        """);
        assertThat(who(spanish))
                .isEqualTo("Inés Prado Ruiz|Inés|Prado Ruiz||Gerente|Aceites Prado");
        assertThat(reached(spanish, Kind.MAIL)).isEqualTo("Trabajo ines@prado.example");
        assertThat(reached(spanish, Kind.PHONE)).isEqualTo("Móvil +34 600 55 51 01");
        assertThat(homes(spanish)).containsExactly("Calle Luna 4\nJaén\nEspaña");
    }

    @Test
    void outlook_in_french_and_german() throws IOException {
        ContactDraft french =
                first(
                        """
                        Titre,Prénom,Deuxième prénom,Nom,Société,Service,Titre1,Rue (bureau),Ville (bureau),Code postal (bureau),Pays/Région (bureau),Rue (domicile),Ville (domicile),Téléphone de l'assistant(e),Télécopie (bureau),Téléphone (bureau),Téléphone (domicile),Tél. mobile,Adresse de messagerie,Type de messagerie,Nom complet de l'adresse de messagerie,Anniversaire,Catégories,Profession,Notes
                        M.,Jean,,Petit,Petit SARL,Ventes,Directeur,3 quai Sud,Lyon,69002,France,8 rue Basse,Vienne,+33 4 72 00 00 99,+33 4 72 00 00 02,+33 4 72 00 00 01,+33 4 74 00 00 03,+33 6 00 00 00 04,jean@petit.example,SMTP,Jean Petit (jean@petit.example),05/04/1970,Clients,,
                        """);
        assertThat(who(french)).isEqualTo("Jean Petit|Jean|Petit|M.|Directeur|Petit SARL");
        assertThat(homes(french))
                .containsExactly("3 quai Sud\n69002 Lyon\nFrance", "8 rue Basse\nVienne");
        assertThat(reached(french, Kind.PHONE))
                .contains("fax +33 4 72 00 00 02", "work +33 4 72 00 00 01")
                .contains("home +33 4 74 00 00 03", "mobile +33 6 00 00 00 04")
                .doesNotContain("99");
        assertThat(reached(french, Kind.MAIL)).endsWith("jean@petit.example");
        assertThat(french.birthday()).isEqualTo("1970-04-05");
        ContactDraft german =
                first(
                        """
                        Anrede,Vorname,Weitere Vornamen,Nachname,Firma,Position,Straße geschäftlich,Ort geschäftlich,Weitere Straße,Weiterer Ort,Telefon Assistent,Telefon geschäftlich,Haupttelefon,Mobiltelefon 2,E-Mail-Adresse,Name Assistent,Beruf
                        Frau,Ute,Maria,Kern,Kern KG,Leitung,Am Wall 1,Bremen,Seeweg 2,Plön,+49 421 555099,+49 421 555001,+49 421 555000,+49 170 5550002,ute@kern.example,Bo Lund,
                        """);
        assertThat(who(german)).isEqualTo("Ute Maria Kern|Ute|Kern|Frau|Leitung|Kern KG");
        assertThat(homes(german)).containsExactly("Am Wall 1\nBremen", "Seeweg 2\nPlön");
        assertThat(reached(german, Kind.PHONE)).contains("555001", "555000").doesNotContain("99");
    }

    @Test
    void parts_of_addresses_by_their_words() throws IOException {
        ContactDraft draft =
                first(
                        """
                        first_name,last_name,title,account_name,email1,phone_work,phone_home,primary_address_street,primary_address_city,primary_address_postalcode,primary_address_country,alt_address_street,alt_address_city,assigned_user_name,assistant_phone
                        Ola,Berg,Chef,Berg AS,ola@berg.example,+47 22 55 50 01,+47 22 55 50 02,Storgata 1,Oslo,0155,Norway,Sjøveien 2,Bodø,nora,+47 22 55 50 99
                        """);
        assertThat(who(draft)).isEqualTo("Ola Berg|Ola|Berg||Chef|Berg AS");
        assertThat(homes(draft))
                .containsExactly("Storgata 1\n0155 Oslo\nNorway", "Sjøveien 2\nBodø");
        assertThat(reached(draft, Kind.PHONE))
                .isEqualTo("work +47 22 55 50 01; home +47 22 55 50 02");
    }

    @Test
    void parts_named_after_the_whole_they_belong_to() throws IOException {
        ContactDraft draft =
                first(
                        """
                        Id,First Name (Name),Last Name (Name),Primary Email (Emails),Primary Phone Number (Phones),Primary Phone Calling Code (Phones),Job Title,City,Avatar,Primary Link URL (Linkedin)
                        7,Ana,Reis,ana@reis.example,+351 21 555 0101,+351,Chefe,Porto,https://pics.example/7.png,https://linkedin.example/in/ana
                        """);
        assertThat(who(draft)).isEqualTo("Ana Reis|Ana|Reis||Chefe|");
        assertThat(reached(draft, Kind.PHONE)).isEqualTo("+351 21 555 0101");
        assertThat(reached(draft, Kind.LINK)).endsWith("https://linkedin.example/in/ana");
        ContactDraft dotted =
                first(
                        """
                        name.firstName,name.lastName,emails.primaryEmail,phones.primaryPhoneNumber,company.name,jobTitle
                        Ana,Reis,ana@reis.example,+351 21 555 0101,Reis Lda,Chefe
                        """);
        assertThat(who(dotted)).isEqualTo("Ana Reis|Ana|Reis||Chefe|Reis Lda");
        assertThat(reached(dotted, Kind.MAIL)).isEqualTo("ana@reis.example");
    }

    @Test
    void a_colleagues_address_is_nobodys_own() throws IOException {
        for (String header :
                List.of("Owned By", "Betreuer E-Mail", "Responsable", "Creado por", "Rep mail")) {
            List<Item> items =
                    items(
                            "Name,"
                                    + header
                                    + ",Email\nAda Holm,nora@us.example,ada@holm.example\nBo Lund,nora@us.example,bo@lund.example\n");
            assertThat(items)
                    .as(header)
                    .allSatisfy(item ->
                            assertThat(((Item.Contact) item).told().draft().points()).hasSize(1));
        }
        List<Item> unknown =
                items(
                        """
                        Name,Kept warm through,Email
                        Ada Holm,nora@us.example,ada@holm.example
                        Bo Lund,nora@us.example,bo@lund.example
                        Cy Moor,nora@us.example,cy@moor.example
                        Di Nash,nora@us.example,di@nash.example
                        """);
        assertThat(unknown)
                .allSatisfy(item ->
                        assertThat(((Item.Contact) item).told().draft().points()).hasSize(1));
    }

    @Test
    void persons_with_a_web_site_are_no_companies() throws IOException {
        assertThat(
                        items(
                                """
                                Name,Company,Phone,Website,Type
                                Ada Holm,Holm Foods,+44 20 7946 0101,https://holm.example,Customer
                                Bo Lund,Lund Bakery,+44 20 7946 0102,https://lund.example,Customer
                                """))
                .allMatch(Item.Contact.class::isInstance);
    }

    @Test
    void a_column_asks_whether_it_is_a_company() throws IOException {
        List<Item> items =
                items(
                        """
                        Id,Name,First name,Last name,Is organisation?,Organisation name,Title,Email,Address (Street),City
                        1,Holm Foods,,,true,,,office@holm.example,High St 1,Leeds
                        2,Ada Holm,Ada,Holm,false,Holm Foods,Head of Purchasing,ada@holm.example,High St 1,Leeds
                        """);
        assertThat(items.get(0)).isInstanceOf(Item.Account.class);
        ContactDraft ada = ((Item.Contact) items.get(1)).told().draft();
        assertThat(who(ada)).isEqualTo("Ada Holm|Ada|Holm||Head of Purchasing|Holm Foods");
        assertThat(homes(ada)).containsExactly("High St 1\nLeeds");
    }

    @Test
    void a_title_beside_a_role_is_no_salutation() throws IOException {
        ContactDraft draft =
                first(
                        """
                        Name,Title,Role,Email
                        Ada Holm,Head of Purchasing,Decision maker,ada@holm.example
                        """);
        assertThat(draft.title()).isEqualTo("Head of Purchasing");
        assertThat(draft.prefix()).isEmpty();
    }

    @Test
    void blanks_around_quotes_are_no_part_of_a_cell() throws IOException {
        ContactDraft draft =
                first(
                        """
                        Name, Email, Company
                        "Holm, Ada" , "ada@holm.example" , "Holm, Foods & Co"
                        """);
        assertThat(who(draft)).isEqualTo("Ada Holm|Ada|Holm|||Holm, Foods & Co");
    }

    @Test
    void groups_of_cards_are_kept_and_no_people() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("cards.vcf"),
                        """
                        BEGIN:VCARD
                        VERSION:3.0
                        FN:Fair
                        N:Fair
                        X-ADDRESSBOOKSERVER-KIND:group
                        X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:1
                        END:VCARD
                        BEGIN:VCARD
                        VERSION:4.0
                        KIND:org
                        FN:Holm Foods
                        ORG:Holm Foods
                        EMAIL:office@holm.example
                        END:VCARD
                        BEGIN:VCARD
                        VERSION:4.0
                        FN:Ada Holm
                        GENDER:F
                        TZ;VALUE=utc-offset:+0100
                        HOBBY:rowing
                        END:VCARD
                        """);
        List<Item> items = new ArrayList<>();
        try (CardFile cards = CardFile.open(file)) {
            for (Optional<Item> item = cards.next(); item.isPresent(); item = cards.next())
                items.add(item.get());
        }
        assertThat(items.get(0))
                .isInstanceOfSatisfying(
                        Item.Kept.class,
                        kept -> assertThat(kept.record()).contains("Fair", "urn:uuid:1"));
        assertThat(items.get(1)).isInstanceOf(Item.Account.class);
        ContactDraft ada = ((Item.Contact) items.get(2)).told().draft();
        assertThat(ada.extra()).containsEntry("HOBBY", "rowing").containsEntry("GENDER", "F");
        assertThat(ada.timeZone()).isNotEmpty();
    }
}
