package app.rapport.conversations.mail;

import org.jspecify.annotations.Nullable;

/**
 * An address that a delivery report names.
 *
 * @param recipient lower case
 * @param status an enhanced status code (RFC 3463) such as {@code 5.1.1}; null when none is given
 */
public record Bounced(String recipient, @Nullable String status) {}
