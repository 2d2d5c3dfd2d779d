package app.rapport.calls.web;

import app.rapport.calls.model.TalkPlan;
import app.rapport.ui.Page;

/** That a plan is kept as far as it is written. */
public record PlanKept(TalkPlan plan) implements Page {}
