package app.rapport.post;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.WorkspaceId;
import java.time.Instant;

/**
 * A mail left the house. Told inside its workspace, in the transaction that notes that it was told;
 * when a listener fails it is told again.
 *
 * @param raw as it was sent
 */
public record MailSent(
        WorkspaceId workspace, MemberId member, OutgoingId id, byte[] raw, Instant at) {}
