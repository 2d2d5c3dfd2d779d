package app.rapport.people;

import app.rapport.kernel.AccountId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Somebody as they stand in the list of people. */
public record PersonRow(
        PersonId id,
        String name,
        String title,
        Optional<AccountId> account,
        String company,
        Optional<MemberId> owner,
        List<String> tags,
        String address,
        String phone,
        boolean colleague,
        Instant added) {}
