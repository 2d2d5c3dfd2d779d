package app.rapport.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * A contact export of made-up people: a few companies have many of them, most have few; some lack a
 * phone, an address or notes. The same seed gives the same file.
 */
final class GeneratedContacts {
    private static final String[] GIVEN =
            "Nora Ada Bela Carl Dora Emil Finn Gerda Hugo Ines Jan Karin Lars Mona Nils Olga Pavel Rita Sven Tilda"
                    .split(" ");
    private static final String[] FAMILY =
            "Pelling Aster Brand Cole Dietz Ekman Falk Grau Holm Iversen Jarl Kern Lund Moser Nagel Olsen Prinz Quast Rohde Stein"
                    .split(" ");
    private static final String[] TITLES =
            "Buyer,Head of purchasing,Sales manager,Engineer,Managing director,Plant manager,Controller,Assistant"
                    .split(",");
    private static final String[] CITIES =
            "Aarhus,Bergen,Cremona,Delft,Essen,Fulda,Gent,Halle".split(",");
    private final Random random;

    private GeneratedContacts(long seed) {
        this.random = new Random(seed);
    }

    static void write(Path file, int people, long seed) throws IOException {
        GeneratedContacts contacts = new GeneratedContacts(seed);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(
                    "First Name,Last Name,Email,Phone,Company,Job Title,Street,City,Postal Code,Country,Notes\n");
            for (int n = 0; n < people; n++) out.write(contacts.row(n, people));
        }
    }

    private String row(int n, int people) {
        String given = one(GIVEN);
        String family = one(FAMILY) + (n % 97 == 0 ? "-" + one(FAMILY) : "");
        int firm = (int) (Math.pow(random.nextDouble(), 3) * people / 10);
        String mail = "%s.%s%d@firm%d.example".formatted(given, family, n, firm);
        String phone = random.nextInt(10) < 7 ? "+44 20 7946 %04d".formatted(n % 10_000) : "";
        boolean lives = random.nextInt(10) < 6;
        return String.join(
                        ",",
                        given,
                        family,
                        mail,
                        phone,
                        "Firm " + firm,
                        one(TITLES),
                        lives ? "Mill Lane " + n % 200 : "",
                        lives ? one(CITIES) : "",
                        lives ? String.valueOf(10_000 + n % 80_000) : "",
                        lives ? "Denmark" : "",
                        random.nextInt(10) < 2 ? "Met at the fair in " + (2000 + n % 25) : "")
                + "\n";
    }

    private String one(String[] of) {
        return of[random.nextInt(of.length)];
    }
}
