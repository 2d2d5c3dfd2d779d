package app.rapport.conversations.mail;

/** An attachment, decoded. */
public record Attached(String name, String mediaType, byte[] content) {}
