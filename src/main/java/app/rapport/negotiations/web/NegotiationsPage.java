package app.rapport.negotiations.web;

import app.rapport.negotiations.NegotiationLine;
import app.rapport.ui.Page;
import java.util.List;

/** The viewer's negotiations. */
public record NegotiationsPage(List<NegotiationLine> lines) implements Page {}
