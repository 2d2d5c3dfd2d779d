package app.rapport.bench.made;

import app.rapport.database.DatabaseAccess;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of each touch, in all the tables that the program would write. */
final class TouchRows implements AutoCloseable {
    private final Firm firm;
    private final Random random;
    private final TableCopy threads;
    private final TableCopy touches;
    private final TableCopy parties;
    private final TableCopy owners;
    private final TableCopy ids;
    private final TableCopy owed;
    private final TableCopy bounces;
    private long count;

    TouchRows(DatabaseAccess database, Firm firm, Random random) throws SQLException {
        this.firm = firm;
        this.random = random;
        threads = into(database, "thread", "workspace_id, id, subject_key");
        touches =
                into(
                        database,
                        "touch",
                        "workspace_id, id, kind, at, known_at, minutes, direction, thread_id, subject, subject_key, words, reply_text,"
                                + " mail_kind, from_key, substance, asks, wants_answer, passage_start, passage_end, typed_by, created_at");
        parties =
                into(
                        database,
                        "touch_party",
                        "workspace_id, touch_id, position, role, address_key, address, name, person_id, at");
        owners = into(database, "touch_owner", "workspace_id, member_id, touch_id, at, spoken");
        ids = into(database, "message_id", "workspace_id, message_id, touch_id");
        owed =
                into(
                        database,
                        "answer_owed",
                        "workspace_id, member_id, touch_id, at, strength, reason, asks, settled_at, settled_by");
        bounces = into(database, "bounce", "workspace_id, touch_id, recipient, status, at");
    }

    private static TableCopy into(DatabaseAccess database, String table, String columns)
            throws SQLException {
        return new TableCopy(MadeWorld.connect(database), table, columns);
    }

    /**
     * @param theirs whether the person wrote it, else the member did
     * @param copied another person who got it too
     * @param colleague another member who got it too
     * @param answered when the other side answered, seconds since 1970; null = never
     */
    record Mail(
            long at,
            int member,
            int person,
            boolean theirs,
            @Nullable Integer copied,
            @Nullable Integer colleague,
            boolean bulk,
            @Nullable Long answered) {}

    UUID thread(String subject) throws SQLException {
        UUID id = id(count);
        threads.row(firm.id(), id, subject);
        return id;
    }

    private UUID id(long at) {
        long most = at * 1000 + random.nextInt(1000) << 16 | 0x7000 | random.nextInt(4096);
        return new UUID(most, random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L);
    }

    void mail(UUID thread, Mail mail, Words words) throws SQLException {
        UUID touch = id(mail.at());
        Instant at = Instant.ofEpochSecond(mail.at());
        String text = words.sentences(20 + random.nextInt(100));
        boolean wants = !mail.bulk() && random.nextInt(3) == 0;
        byte[] substance = new byte[16];
        random.nextBytes(substance);
        String subject = words.sentences(4);
        touches.row(
                firm.id(),
                touch,
                "mail",
                at,
                at,
                null,
                null,
                thread,
                subject,
                subject,
                text,
                text,
                mail.bulk() ? "bulk" : "person",
                from(mail),
                substance,
                wants ? .8 : .1,
                wants ? .8 : .1,
                0,
                wants ? Math.min(60, text.length()) : 0,
                null,
                at);
        int position = 0;
        party(touch, position++, mail.theirs() ? "from" : "to", mail.person(), at);
        ours(touch, position++, mail.theirs() ? "to" : "from", mail.member(), at);
        if (mail.copied() != null) party(touch, position++, "cc", mail.copied(), at);
        owners.row(firm.id(), firm.members().get(mail.member()), touch, at, false);
        if (mail.colleague() != null && mail.colleague() != mail.member()) {
            ours(touch, position, "cc", mail.colleague(), at);
            owners.row(firm.id(), firm.members().get(mail.colleague()), touch, at, false);
        }
        ids.row(firm.id(), count++ + "." + touch + "@gen.example", touch);
        if (mail.theirs() && (wants || random.nextInt(4) == 0)) owed(touch, mail, at);
        else if (!mail.theirs() && random.nextInt(400) == 0)
            bounces.row(firm.id(), touch, address(mail.person()), "5.1.1", at);
    }

    private void owed(UUID touch, Mail mail, Instant at) throws SQLException {
        boolean settled = mail.answered() != null || random.nextInt(4) > 0;
        Instant end =
                Instant.ofEpochSecond(
                        mail.answered() != null ? mail.answered() : mail.at() + 3 * 86_400);
        owed.row(
                firm.id(),
                firm.members().get(mail.member()),
                touch,
                at,
                random.nextFloat(),
                "you usually answer them",
                true,
                settled ? end : null,
                settled ? touch : null);
    }

    void spoken(UUID thread, long when, int member, int person, Words words) throws SQLException {
        UUID touch = id(when);
        Instant at = Instant.ofEpochSecond(when);
        boolean meeting = random.nextBoolean();
        String text = words.sentences(15);
        touches.row(
                firm.id(),
                touch,
                meeting ? "meeting" : "call",
                at,
                at,
                20,
                meeting ? null : random.nextBoolean() ? "in" : "out",
                thread,
                "",
                "",
                text,
                text,
                null,
                "",
                null,
                null,
                null,
                0,
                0,
                firm.members().get(member),
                at);
        parties.row(firm.id(), touch, 0, "with", "", "", "", firm.contact(person), at);
        owners.row(firm.id(), firm.members().get(member), touch, at, true);
        count++;
    }

    private String from(Mail mail) {
        return mail.theirs() ? address(mail.person()) : firm.ownAddress(mail.member());
    }

    /** An address of the person that need not be the one on the contact. */
    private static String address(int person) {
        return "person" + person + "@" + MadeAccounts.domain(person % 997);
    }

    private void party(UUID touch, int position, String role, int person, Instant at)
            throws SQLException {
        parties.row(
                firm.id(),
                touch,
                position,
                role,
                address(person),
                address(person),
                "Person " + person,
                firm.contact(person),
                at);
    }

    private void ours(UUID touch, int position, String role, int member, Instant at)
            throws SQLException {
        String address = firm.ownAddress(member);
        parties.row(
                firm.id(),
                touch,
                position,
                role,
                address,
                address,
                "Member " + member,
                firm.colleague(member),
                at);
    }

    @Override
    public void close() throws SQLException {
        try (threads;
                touches;
                parties;
                owners;
                ids;
                owed;
                bounces) {
            // each ends its COPY
        }
    }
}
