/**
 * What {@code bin/kills} runs: the built program killed at random moments, and what must hold after
 * each. A deed that was killed left nothing or all of itself, as one that nobody killed.
 */
package app.rapport.kills;
