/**
 * What {@code bin/fuzz} runs: files that were bent out of shape, through the readers that imports
 * use. The mutator is our own: it needs no native driver, and one seed makes the same files on any
 * machine.
 */
package app.rapport.fuzz;
