package app.rapport.exchange.web;

import app.rapport.exchange.model.Progress;
import app.rapport.exchange.model.Report;
import app.rapport.ui.Page;
import java.util.List;

/** One import: how far it is, and what was set aside; drawn again each second while it runs. */
public record ImportCard(Progress progress, List<Report.SetAside> aside, String rate)
        implements Page {}
