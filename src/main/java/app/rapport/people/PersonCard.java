package app.rapport.people;

import app.rapport.kernel.AccountId;
import app.rapport.kernel.PersonId;
import java.util.List;
import java.util.Optional;

/** Who somebody is, in short. */
public record PersonCard(
        PersonId id,
        String name,
        String title,
        Optional<AccountId> account,
        String accountName,
        List<String> addresses,
        List<String> phones,
        boolean colleague) {

    /** Title and company as they stand below a name. */
    public String where() {
        if (title.isEmpty()) return accountName;
        return accountName.isEmpty() ? title : title + ", " + accountName;
    }

    /** Two letters for the round mark. */
    public String initials() {
        String[] words = name.strip().split("\\s+");
        String first = words[0].isEmpty() ? "?" : words[0].substring(0, 1);
        String last = words.length > 1 ? words[words.length - 1].substring(0, 1) : "";
        return (first + last).toUpperCase(java.util.Locale.ROOT);
    }
}
