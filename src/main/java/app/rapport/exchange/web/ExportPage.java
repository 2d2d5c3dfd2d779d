package app.rapport.exchange.web;

import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import java.util.List;

/** What an export holds, and its button. */
public record ExportPage(List<Tab> tabs) implements Page {}
