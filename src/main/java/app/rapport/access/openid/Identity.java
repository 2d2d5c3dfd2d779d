package app.rapport.access.openid;

import java.util.Optional;

/**
 * Whom a provider says it let in.
 *
 * @param subject the provider's own name for them, which never changes
 * @param verifiedEmail their address, where the provider says that it is theirs
 */
public record Identity(String subject, Optional<String> verifiedEmail) {}
