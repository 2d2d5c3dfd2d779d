package app.rapport.deals.store;

import app.rapport.deals.DealId;
import app.rapport.deals.DealLine;
import app.rapport.deals.Stage;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.MemberId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads a line of the list of deals from its row. */
final class DealLineRow {
    private DealLineRow() {}

    static DealLine line(ResultSet row, Map<UUID, Stage> stages) throws SQLException {
        Stage stage = stages.get(row.getObject("stage_id", UUID.class));
        if (stage == null) throw new IllegalStateException("a deal without a stage");
        return new DealLine(
                new DealId(row.getObject("id", UUID.class)),
                row.getString("name"),
                Optional.ofNullable(row.getObject("account_id", UUID.class)).map(AccountId::new),
                row.getString("account_name"),
                Optional.ofNullable(row.getBigDecimal("amount")).map(DealLineRow::plain),
                row.getString("currency"),
                stage,
                Optional.ofNullable(row.getObject("closes", LocalDate.class)),
                Optional.ofNullable(row.getObject("owner_id", UUID.class)).map(MemberId::new),
                row.getString("next_step"),
                Optional.ofNullable(row.getObject("next_on", LocalDate.class)),
                DealRows.moment(row, "updated_at"));
    }

    /** To the cent, however it was typed. */
    static BigDecimal plain(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
