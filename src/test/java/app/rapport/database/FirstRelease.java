package app.rapport.database;

import java.util.List;

/** A row in every table that the first released schema (2026112406) had and its program wrote. */
final class FirstRelease {
    private static final String WORKSPACE = "'00000000-0000-7000-8000-000000000001'";
    private static final String MEMBER = "'00000000-0000-7000-8000-000000000002'";
    private static final String MIRA = "'00000000-0000-7000-8000-000000000003'";
    private static final String ACCOUNT = "'00000000-0000-7000-8000-000000000004'";
    private static final String TOUCH = "'00000000-0000-7000-8000-000000000005'";
    private static final String IMPORT = "'00000000-0000-7000-8000-000000000006'";
    private static final String AT = "'2024-05-06 10:00:00+00'";

    static final List<String> ROWS =
            List.of(
                    row("workspace (id, name, created_at)", WORKSPACE, "'Old firm'", AT),
                    row(
                            "login (id, email, email_key, password_hash, created_at)",
                            MEMBER,
                            "'O@firm.example'",
                            "'o@firm.example'",
                            "'x'",
                            AT),
                    row(
                            "member (workspace_id, id, login_id, name, role, created_at)",
                            WORKSPACE,
                            MEMBER,
                            MEMBER,
                            "'Owner'",
                            "'owner'",
                            AT),
                    row(
                            "membership (login_id, workspace_id, member_id)",
                            MEMBER,
                            WORKSPACE,
                            MEMBER),
                    row(
                            "own_address (workspace_id, member_id, address_key, address)",
                            WORKSPACE,
                            MEMBER,
                            "'o@firm.example'",
                            "'O@firm.example'"),
                    row("workspace_domain (workspace_id, domain)", WORKSPACE, "'firm.example'"),
                    row(
                            "holiday (workspace_id, day, name)",
                            WORKSPACE,
                            "'2024-12-25'",
                            "'Christmas'"),
                    row(
                            "session (token_hash, login_id, workspace_id, member_id, csrf_token, created_at, last_seen_at, expires_at)",
                            "'\\x01'",
                            MEMBER,
                            WORKSPACE,
                            MEMBER,
                            "'c'",
                            AT,
                            AT,
                            AT),
                    row(
                            "api_token (id, token_hash, workspace_id, member_id, name, created_at)",
                            MEMBER,
                            "'\\x02'",
                            WORKSPACE,
                            MEMBER,
                            "'t'",
                            AT),
                    row(
                            "account (workspace_id, id, name, name_key, website, proposed, created_at, updated_at)",
                            WORKSPACE,
                            ACCOUNT,
                            "'Old Firm'",
                            "'oldfirm'",
                            "'https://old.example'",
                            "true",
                            AT,
                            AT),
                    row(
                            "account_domain (workspace_id, domain, account_id)",
                            WORKSPACE,
                            "'old.example'",
                            ACCOUNT),
                    row(
                            "contact (workspace_id, id, display_name, name_key, title, account_id, source, owner_id, created_at, updated_at)",
                            WORKSPACE,
                            MIRA,
                            "'Mira Holt'",
                            "'miraholt'",
                            "'Buyer'",
                            ACCOUNT,
                            "'mail'",
                            MEMBER,
                            AT,
                            AT),
                    row(
                            "contact (workspace_id, id, display_name, source, created_at, updated_at, deleted_at)",
                            WORKSPACE,
                            MEMBER,
                            "'Gone'",
                            "'typed'",
                            AT,
                            AT,
                            AT),
                    row(
                            "contact_point (workspace_id, contact_id, position, kind, value, key)",
                            WORKSPACE,
                            MIRA,
                            "0",
                            "'mail'",
                            "'Mira@old.example'",
                            "'mira@old.example'"),
                    row(
                            "contact_search (workspace_id, contact_id, words)",
                            WORKSPACE,
                            MIRA,
                            "'mira holt mira@old.example'"),
                    row(
                            "field_change (workspace_id, id, subject_id, field, old_value, new_value, at, member_id)",
                            WORKSPACE,
                            MIRA,
                            MIRA,
                            "'title'",
                            "''",
                            "'Buyer'",
                            AT,
                            MEMBER),
                    row(
                            "blob (workspace_id, digest, chunk, bytes)",
                            WORKSPACE,
                            "'\\x03'",
                            "0",
                            "'\\x1f8b'"),
                    row("thread (workspace_id, id, subject_key)", WORKSPACE, TOUCH, "'order'"),
                    row(
                            "touch (workspace_id, id, kind, at, known_at, thread_id, subject, subject_key, words, reply_text, mail_kind, from_key, substance, asks, wants_answer, raw_digest, raw_size, created_at)",
                            WORKSPACE,
                            TOUCH,
                            "'mail'",
                            AT,
                            AT,
                            TOUCH,
                            "'Re: Order'",
                            "'order'",
                            "'When?'",
                            "'When?'",
                            "'person'",
                            "'mira@old.example'",
                            "'\\x04'",
                            "0.5",
                            "0.9",
                            "'\\x03'",
                            "2",
                            AT),
                    row(
                            "touch_party (workspace_id, touch_id, position, role, address_key, address, name, person_id, at)",
                            WORKSPACE,
                            TOUCH,
                            "0",
                            "'from'",
                            "'mira@old.example'",
                            "'Mira@old.example'",
                            "'Mira Holt'",
                            MIRA,
                            AT),
                    row(
                            "touch_owner (workspace_id, member_id, touch_id, at)",
                            WORKSPACE,
                            MEMBER,
                            TOUCH,
                            AT),
                    row(
                            "message_id (workspace_id, message_id, touch_id)",
                            WORKSPACE,
                            "'1@old.example'",
                            TOUCH),
                    row(
                            "thread_reference (workspace_id, message_id, thread_id)",
                            WORKSPACE,
                            "'0@firm.example'",
                            TOUCH),
                    row(
                            "attachment (workspace_id, touch_id, position, name, media_type, size, digest)",
                            WORKSPACE,
                            TOUCH,
                            "0",
                            "'a.pdf'",
                            "'application/pdf'",
                            "2",
                            "'\\x03'"),
                    row(
                            "bounce (workspace_id, touch_id, recipient, status, at)",
                            WORKSPACE,
                            TOUCH,
                            "'gone@old.example'",
                            "'5.1.1'",
                            AT),
                    row(
                            "answer_owed (workspace_id, member_id, touch_id, at, strength, reason)",
                            WORKSPACE,
                            MEMBER,
                            TOUCH,
                            AT,
                            "0.8",
                            "'a question'"),
                    row(
                            "import (workspace_id, id, member_id, title, state, read, stored, created_at)",
                            WORKSPACE,
                            IMPORT,
                            MEMBER,
                            "'old.mbox'",
                            "'done'",
                            "1",
                            "1",
                            AT),
                    row(
                            "import_file (workspace_id, import_id, ordinal, source, path, size, read_to, finished)",
                            WORKSPACE,
                            IMPORT,
                            "0",
                            "'old.mbox'",
                            "'/old.mbox'",
                            "99",
                            "1",
                            "true"),
                    row(
                            "import_item (workspace_id, import_id, item, source, position, outcome, subject)",
                            WORKSPACE,
                            IMPORT,
                            "0",
                            "'old.mbox'",
                            "'byte 0'",
                            "'stored'",
                            TOUCH),
                    row(
                            "import_touch (workspace_id, import_id, touch_id, member_id)",
                            WORKSPACE,
                            IMPORT,
                            TOUCH,
                            MEMBER),
                    row(
                            "kept_record (workspace_id, import_id, item, kind, record, digest)",
                            WORKSPACE,
                            IMPORT,
                            "0",
                            "'event'",
                            "'{}'",
                            "'\\x05'"),
                    row(
                            "judgement (workspace_id, id, member_id, source, name, person_id, verdict, at, batch)",
                            WORKSPACE,
                            TOUCH,
                            MEMBER,
                            "'answers'",
                            "'x'",
                            MIRA,
                            "'done'",
                            AT,
                            TOUCH));

    private FirstRelease() {}

    private static String row(String into, String... values) {
        return "INSERT INTO " + into + " VALUES (" + String.join(", ", values) + ")";
    }
}
