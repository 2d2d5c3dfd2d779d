package app.rapport.bench.made;

import app.rapport.database.DatabaseAccess;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What passed between a workspace and its people in six years: threads of mail, a few of them with
 * copies to a colleague or to somebody else, calls, meetings and newsletters. Every person is some
 * member's; the first members, and the first people of each, have most.
 */
final class MadeTouches implements AutoCloseable {
    private static final long YEARS = 6L * 365 * 24 * 3600;

    private final Firm firm;
    private final Random random;
    private final TouchRows rows;
    private final Words words;
    private final long now = Instant.now().getEpochSecond();

    MadeTouches(DatabaseAccess database, Firm firm, Random random) throws SQLException {
        this.firm = firm;
        this.random = random;
        this.words = new Words(random);
        this.rows = new TouchRows(database, firm, random);
    }

    /** Whose a person is: members are dealt the people in turn. */
    static int memberOf(int person, int members) {
        return person % members;
    }

    void write() throws SQLException {
        int written = 0;
        while (written < firm.touches()) {
            int kind = random.nextInt(100);
            if (kind < 8) written += spoken();
            else if (kind < 16) written += newsletter();
            else written += thread(firm.touches() - written);
        }
    }

    private int member() {
        return words.skewed(firm.members().size(), 1.7);
    }

    /** One of the member's people; the first of them come most. */
    private int personOf(int member) {
        int theirs = firm.contacts() / firm.members().size();
        return words.skewed(theirs, 2) * firm.members().size() + member;
    }

    /** Some time in those years, of late twice as often, in working hours mostly. */
    private long moment() {
        long at = now - (long) (YEARS * (1 - Math.sqrt(random.nextDouble())));
        long morning = at / 86_400 * 86_400 + 7 * 3600;
        return Math.min(now - 60, morning + random.nextInt(11 * 3600));
    }

    private int thread(int most) throws SQLException {
        int member = member();
        int person = personOf(member);
        int mails =
                Math.min(most, 1 + Math.min(11, (int) (-2.2 * Math.log(1 - random.nextDouble()))));
        UUID thread = rows.thread(words.sentences(5));
        boolean theirs = random.nextBoolean();
        long at = moment();
        @Nullable Integer copied = random.nextInt(8) == 0 ? personOf(member) : null;
        @Nullable Integer colleague = random.nextInt(10) == 0 ? member() : null;
        for (int i = 0; i < mails; i++) {
            long next = at + 3600 + (long) (random.nextDouble() * random.nextDouble() * 6 * 86_400);
            boolean last = i == mails - 1 || next > now;
            rows.mail(
                    thread,
                    new TouchRows.Mail(
                            at,
                            member,
                            person,
                            theirs,
                            copied,
                            colleague,
                            false,
                            last ? null : next),
                    words);
            if (last) return i + 1;
            at = next;
            theirs = !theirs;
        }
        return mails;
    }

    private int newsletter() throws SQLException {
        int member = member();
        rows.mail(
                rows.thread(words.sentences(6)),
                new TouchRows.Mail(
                        moment(), member, personOf(member), true, null, null, true, null),
                words);
        return 1;
    }

    private int spoken() throws SQLException {
        int member = member();
        rows.spoken(rows.thread(""), moment(), member, personOf(member), words);
        return 1;
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
