package app.rapport.agenda.model;

import app.rapport.kernel.Signal;
import app.rapport.kernel.Verdict;
import java.time.Instant;
import java.util.UUID;

/**
 * What a member decided about one signal, and when.
 *
 * @param batch one press of a button, which may judge several merged signals
 */
public record Judgement(Signal.Key key, Verdict verdict, Instant at, UUID batch) {}
