package app.rapport.bench;

import app.rapport.bench.made.Firm;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What people type to find somebody: whole names mostly, beginnings, companies, addresses, numbers,
 * words of a subject; one in twenty is misspelt.
 */
record Typing(List<Known> known) {
    private static final int KNOWN = 2_000;

    private record Known(String given, String family, String mail, String phone, String company) {}

    static Typing of(Connection owner, Firm firm) throws SQLException {
        List<Known> known = new ArrayList<>();
        Random random = new Random(1);
        try (var ask =
                owner.prepareStatement(
                        """
                        SELECT c.given_name, c.family_name, coalesce(a.name, c.family_name),
                               (SELECT p.key FROM contact_point p WHERE p.workspace_id = c.workspace_id AND p.contact_id = c.id AND p.kind = 'mail' LIMIT 1),
                               coalesce((SELECT p.value FROM contact_point p WHERE p.workspace_id = c.workspace_id AND p.contact_id = c.id AND p.kind = 'phone'), '')
                        FROM contact c LEFT JOIN account a ON a.workspace_id = c.workspace_id AND a.id = c.account_id
                        WHERE c.workspace_id = ? AND c.id = ?
                        """)) {
            ask.setObject(1, firm.id());
            for (int i = 0; i < KNOWN; i++) {
                ask.setObject(2, firm.contact(random.nextInt(firm.contacts())));
                try (var row = ask.executeQuery()) {
                    row.next();
                    known.add(
                            new Known(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getString(3)));
                }
            }
        }
        return new Typing(known);
    }

    String words(int number) {
        Known one = known.get(number % known.size());
        return switch (number % 20) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> one.given() + " " + one.family();
            case 8, 9, 10 -> one.family().substring(0, 4).toLowerCase(Locale.ROOT);
            case 11, 12 -> one.family();
            case 13, 14 -> one.company();
            case 15, 16 -> one.mail();
            case 17 -> one.phone().isEmpty() ? one.family() : one.phone();
            case 18 -> "contract renewal";
            default -> misspelt(one.family());
        };
    }

    private static String misspelt(String name) {
        return name.charAt(0)
                + name.substring(1, 3).replaceAll("[aeiou]", "y")
                + name.substring(3)
                + "h";
    }
}
