package app.rapport.bargaining;

/** An outcome and what it is worth to either side. */
public record Point(Outcome outcome, double ours, double theirs) {}
