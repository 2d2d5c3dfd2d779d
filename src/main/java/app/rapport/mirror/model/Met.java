package app.rapport.mirror.model;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One fact of how a customer met a member.
 *
 * @param took how long an answer took; empty of all else
 * @param touch the mail that it is, where it is one
 * @param words in short, where there is something to say beside the group
 * @param href where it stands
 */
public record Met(
        Figure figure,
        Group group,
        MemberId member,
        Instant at,
        Optional<PersonId> with,
        Optional<Duration> took,
        Optional<TouchId> touch,
        String words,
        String href) {}
