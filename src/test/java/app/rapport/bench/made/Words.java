package app.rapport.bench.made;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Names and sentences, put together by chance; the same seed says the same. */
final class Words {
    private static final String[] GIVEN =
            ("Marta Jonas Lena Tomas Nora Felix Ida Oskar Clara Emil Greta Hugo Alma Anton Selma Viktor Edith Karl Elsa Bruno Maren Silas"
                            + " Tilda Ruben Wanda Casper Signe Magnus Rosa Theo Ada Linus Mira Nils Petra Rafael Sofia Stefan Ulla Yannick Zoe Daria"
                            + " Imran Aiko Chidi Noor Mateo Lucia Pavel Irena Dmitri Fatou Kenji Priya Omar Leila Bao Ingrid Sören Zoë José Łucja")
                    .split(" ");
    private static final String[] HEAD =
            "Hal Brand Wes Tor Lind Ver Nor Quill Pel Mar Gras Stein Bau Fro Kel Dun Ash Bram Crow Elder Fern Gold Hart Iver Kest Lang Moss"
                    .split(" ");
    private static final String[] TAIL =
            "ling berg ström mann field ton brook sey wick ley dahl gren hoff ner vik sen court ham stad wood ova escu ini olla ard"
                    .split(" ");
    private static final String[] TRADE =
            "Dairy Filters Packaging Logistics Foods Labs Steel Software Pumps Farms Print Energy Optics Timber Clinics"
                    .split(" ");
    private static final String[] TITLE =
            "Buyer;Head of Purchasing;Plant Manager;Managing Director;Engineer;Sales Manager;Controller;Assistant;Quality Manager;"
                    .split(";");
    private static final String[] SPOKEN =
            ("the order cartridge sample price list delivery next week could you send us a quote for four pallets thanks we have agreed on"
                            + " terms please let me know when it suits invoice meeting Tuesday of and to with about after holiday production line"
                            + " filter cheese milk test result looks good not sure yet contract renewal budget discount warranty service visit offer")
                    .split(" ");

    private final Random random;
    private final List<String> families = new ArrayList<>();

    Words(Random random) {
        this.random = random;
        for (String head : HEAD)
            for (String tail : TAIL) {
                families.add(head + tail);
                families.add(head + "el" + tail);
            }
    }

    private String one(String[] from) {
        return from[random.nextInt(from.length)];
    }

    String given() {
        return GIVEN[skewed(GIVEN.length, 1.6)];
    }

    String family() {
        return families.get(skewed(families.size(), 1.4));
    }

    String firm() {
        return one(HEAD) + one(TAIL) + " " + one(TRADE);
    }

    String title() {
        return one(TITLE);
    }

    /** An index below {@code many}; low ones come more often, the more so the higher the power. */
    int skewed(int many, double power) {
        return (int) (many * Math.pow(random.nextDouble(), power));
    }

    String sentences(int words) {
        StringBuilder text = new StringBuilder(words * 7);
        for (int i = 1; i <= words; i++)
            text.append(one(SPOKEN)).append(i % 11 == 0 ? (i % 33 == 0 ? "?\n" : ".\n") : " ");
        return text.toString().strip();
    }

    String phone() {
        return "+44 20 " + (7000 + random.nextInt(2000)) + " " + (1000 + random.nextInt(9000));
    }
}
