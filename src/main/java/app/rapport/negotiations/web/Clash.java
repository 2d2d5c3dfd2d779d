package app.rapport.negotiations.web;

import app.rapport.negotiations.model.Aim;
import app.rapport.negotiations.model.Plan;
import app.rapport.negotiations.model.PlanPart;
import java.util.List;
import java.util.Optional;

/**
 * Somebody saved a part of a plan while another member wrote it: both are shown, and nothing of
 * either is lost.
 *
 * @param typed the plan as it would be with what was typed
 * @param stands what the part says now
 * @param back where it is read as it stands
 * @param saved by whom and when; empty where it is not kept
 */
public record Clash(
        PlanPart part, Plan typed, List<String> stands, String back, Optional<Aim.Deed> saved) {}
