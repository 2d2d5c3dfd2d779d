/**
 * What {@code bin/bench} runs: the program measured from outside, with controls in the same run.
 */
package app.rapport.bench;
