package app.rapport.post;

import app.rapport.kernel.Viewer;

/** A member sends from that address from now on; told in the transaction. */
public record SenderChosen(Viewer viewer, String address) {}
