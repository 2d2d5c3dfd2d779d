package app.rapport.post;

import app.rapport.kernel.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stands below a member's mails. */
@Service
public class MailSignatures {
    private static final int LONGEST = 4_000;

    private final JdbcClient jdbc;

    MailSignatures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty where there is none. */
    public String of(Viewer viewer) {
        return jdbc.sql(
                        "SELECT words FROM mail_signature WHERE workspace_id = :workspace AND member_id = :member")
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /**
     * @throws NotSendable when it is too long
     */
    @Transactional
    public void change(Viewer viewer, String words) {
        if (words.length() > LONGEST)
            throw new NotSendable(
                    "signature", "A signature has at most " + LONGEST + " characters");
        jdbc.sql(
                        """
                        INSERT INTO mail_signature (workspace_id, member_id, words) VALUES (:workspace, :member, :words)
                        ON CONFLICT (workspace_id, member_id) DO UPDATE SET words = excluded.words
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("words", words.strip().replace("\0", ""))
                .update();
    }
}
