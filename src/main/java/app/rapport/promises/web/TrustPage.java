package app.rapport.promises.web;

import app.rapport.ui.Page;

/** What trust rests on, entry by entry. */
public record TrustPage(TrustView trust) implements Page {}
