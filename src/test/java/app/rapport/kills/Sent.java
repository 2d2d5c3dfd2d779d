package app.rapport.kills;

import java.util.List;
import java.util.Map;

/** A mail written to somebody: it arrives once, or the outbox shows that nobody knows. */
final class Sent extends Deed {
    private final String subject;
    private String person = "";

    Sent(World world, String tag) {
        super(world, tag);
        subject = "Offer " + tag;
    }

    @Override
    void prepare() throws Exception {
        person = Contacts.made(world, "Marta", tag);
    }

    @Override
    void ask() throws Exception {
        world.client()
                .post(
                        "/contacts/" + person + "/mails",
                        Map.of("subject", subject, "words", "As agreed."),
                        "Idempotency-Key",
                        "send " + tag);
        world.execute("UPDATE outgoing_mail SET due_at = now() WHERE state = 'waiting'");
    }

    @Override
    void release() throws Exception {
        world.execute(
                """
                UPDATE outgoing_mail SET claimed_until = now() WHERE claimed_until IS NOT NULL;
                UPDATE outgoing_mail SET due_at = now() WHERE state = 'waiting';
                UPDATE idempotent_answer SET at = at - interval '3 minutes' WHERE status IS NULL;
                UPDATE scheduled_tasks SET picked = false, picked_by = NULL, last_heartbeat = NULL, execution_time = now()
                """);
    }

    private List<String> states() throws Exception {
        return world.texts(
                "SELECT CASE WHEN state = 'sent' AND announced_at IS NULL THEN 'leaving' ELSE state END FROM outgoing_mail WHERE subject = '"
                        + subject
                        + "'");
    }

    @Override
    void settle() throws Exception {
        world.await(
                "the end of a mail",
                () -> states().stream().allMatch(List.of("sent", "unclear")::contains));
    }

    @Override
    Standing standing(Facts before, Facts difference) throws Exception {
        long arrived = world.post().arrived(subject);
        if (arrived > 1) throw new Broken(arrived + " mails arrived of one");
        if (states().equals(List.of("unclear"))) return Standing.DONE;
        Standing standing = super.standing(before, difference);
        if (arrived != (standing == Standing.DONE ? 1 : 0))
            throw new Broken(standing + ", but arrived: " + arrived);
        return standing;
    }
}
