package app.rapport.bench;

import app.rapport.bench.made.Firm;
import app.rapport.people.model.TypedWords;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The control of the search: the same questions in plain SQL, by the owner of the tables. */
final class SearchAlone {
    private static final int MOST = 8;

    private final Connection owner;
    private final UUID workspace;
    private final UUID reader;

    SearchAlone(Connection owner, Firm firm) throws SQLException {
        this.owner = owner;
        this.workspace = firm.id();
        this.reader = firm.members().getFirst();
        try (Statement set = owner.createStatement()) {
            set.execute("SET pg_trgm.word_similarity_threshold = 0.4");
        }
    }

    double p95(Typing typed, int first, int times) throws SQLException {
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            List<String> words = TypedWords.of(typed.words(first + i));
            long begin = System.nanoTime();
            ask(words);
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        return Load.p95(millis);
    }

    private void ask(List<String> words) throws SQLException {
        if (run(people(words)) == 0) run(nearly(words));
        run(companies(words));
        run(mails(words));
    }

    private int run(String sql) throws SQLException {
        int rows = 0;
        try (Statement statement = owner.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) rows++;
        }
        return rows;
    }

    private static String all(List<String> words, String condition, String between) {
        return words.stream()
                .map(word -> condition.formatted(word.replace("'", "''")))
                .collect(Collectors.joining(between));
    }

    private String people(List<String> words) {
        return "SELECT contact_id FROM contact_search s WHERE workspace_id = '%s' AND %s ORDER BY NOT starts_with(words, '%s'), length(words), contact_id LIMIT %d"
                .formatted(
                        workspace,
                        all(words, "words LIKE '%%%s%%'", " AND "),
                        words.getFirst(),
                        MOST);
    }

    private String nearly(List<String> words) {
        return "SELECT contact_id FROM contact_search s WHERE workspace_id = '%s' AND %s ORDER BY %s DESC, length(words), contact_id LIMIT %d"
                .formatted(
                        workspace,
                        all(words, "(words LIKE '%%%1$s%%' OR '%1$s' <%% words)", " AND "),
                        all(words, "word_similarity('%s', words)", " + "),
                        MOST);
    }

    private String companies(List<String> words) {
        return "SELECT id, name FROM account WHERE workspace_id = '%s' AND deleted_at IS NULL AND %s ORDER BY NOT starts_with(name_key, '%s'), length(name_key), id LIMIT %d"
                .formatted(
                        workspace,
                        all(words, "name_key LIKE '%%%s%%'", " AND "),
                        words.getFirst(),
                        MOST);
    }

    private String mails(List<String> words) {
        return """
        SELECT m.* FROM (SELECT h.id FROM thread h WHERE h.workspace_id = '%1$s' AND %2$s ORDER BY h.id DESC LIMIT 300) h
        CROSS JOIN LATERAL (SELECT t.id, t.subject, t.at FROM touch t
          JOIN touch_owner o ON o.workspace_id = t.workspace_id AND o.touch_id = t.id AND o.member_id = '%3$s'
          WHERE t.workspace_id = '%1$s' AND t.thread_id = h.id AND %4$s ORDER BY t.at DESC NULLS LAST LIMIT 1) m
        ORDER BY m.at DESC NULLS LAST, m.id LIMIT %5$d
        """
                .formatted(
                        workspace,
                        all(words, "h.subject_words LIKE '%%%s%%'", " AND "),
                        reader,
                        all(words, "unaccent(lower(t.subject)) LIKE '%%%s%%'", " AND "),
                        MOST);
    }
}
