package app.rapport.conversations;

/**
 * A file that came with a mail.
 *
 * @param position counts from 0 within the mail
 * @param name as its sender called it; empty where it had none
 */
public record Attachment(int position, String name, String mediaType, long size) {}
