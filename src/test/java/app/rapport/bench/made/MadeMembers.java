package app.rapport.bench.made;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** A workspace, those who work there, and their addresses; nobody but the owner can log in. */
final class MadeMembers {
    private final Connection owner;
    private final Firm firm;

    MadeMembers(Connection owner, Firm firm) {
        this.owner = owner;
        this.firm = firm;
    }

    void write() throws SQLException {
        if (firm.number() > 0)
            run(
                    "INSERT INTO workspace (id, name, created_at) VALUES (?, ?, now())",
                    firm.id(),
                    "House " + firm.number());
        run(
                "INSERT INTO workspace_domain (workspace_id, domain) VALUES (?, ?)",
                firm.id(),
                firm.domain());
        for (int i = 0; i < firm.members().size(); i++) {
            if (i > 0 || firm.number() > 0) add(i);
            run(
                    "INSERT INTO own_address (workspace_id, member_id, address_key, address) VALUES (?, ?, ?, ?)",
                    firm.id(),
                    firm.members().get(i),
                    firm.ownAddress(i),
                    firm.ownAddress(i));
        }
    }

    private void add(int number) throws SQLException {
        UUID member = firm.members().get(number);
        run(
                "INSERT INTO login (id, email, email_key, password_hash, created_at) VALUES (?, ?, ?, 'none', now())",
                member,
                firm.email(number),
                firm.email(number));
        run(
                "INSERT INTO member (workspace_id, id, login_id, name, role, created_at) VALUES (?, ?, ?, ?, ?, now())",
                firm.id(),
                member,
                member,
                "Member " + number,
                number == 0 ? "owner" : "seller");
        run(
                "INSERT INTO membership (login_id, workspace_id, member_id) VALUES (?, ?, ?)",
                member,
                firm.id(),
                member);
    }

    private void run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            statement.executeUpdate();
        }
    }
}
