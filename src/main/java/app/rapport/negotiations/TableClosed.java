package app.rapport.negotiations;

import app.rapport.kernel.Viewer;

/** A table closed: with an agreement, or because we walked away. */
public record TableClosed(Viewer viewer, NegotiationId negotiation) {}
