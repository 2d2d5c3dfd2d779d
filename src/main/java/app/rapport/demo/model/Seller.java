package app.rapport.demo.model;

import java.util.List;

/** Somebody who sells in the made-up firm. */
public record Seller(String given, String family, String title, boolean leads) {
    public static final String FIRM = "Fernhollow Filters";
    public static final String DOMAIN = "fernhollow.example";

    public static final List<Seller> ALL =
            List.of(
                    new Seller("Ida", "Marlow", "Head of sales", true),
                    new Seller("Tobias", "Renn", "Sales, north", false),
                    new Seller("Priya", "Castell", "Sales, south", false));

    public String name() {
        return given + " " + family;
    }

    public String address() {
        return given.toLowerCase(java.util.Locale.ROOT) + "@" + DOMAIN;
    }

    String mailbox() {
        return name() + " <" + address() + ">";
    }
}
