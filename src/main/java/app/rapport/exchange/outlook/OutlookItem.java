package app.rapport.exchange.outlook;

import java.util.Optional;

/**
 * One item on its way out of Outlook.
 *
 * @param folder path in the data file; empty for a message of its own
 * @param number its place in the folder, the first is 1; 0 for the folder itself
 * @param content as RFC 5322; what can be read of it where there is a problem
 * @param problem why it cannot be taken, one sentence and what to do
 */
public record OutlookItem(String folder, int number, byte[] content, Optional<String> problem) {}
