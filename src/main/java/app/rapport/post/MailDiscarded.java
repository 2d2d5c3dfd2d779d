package app.rapport.post;

import app.rapport.kernel.Viewer;

/** A member gave up a mail that did not leave; told in the transaction. */
public record MailDiscarded(Viewer viewer, OutgoingId id) {}
