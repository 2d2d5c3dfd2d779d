/** A made-up world of any size to measure in: workspaces, people and what passed between them. */
package app.rapport.bench.made;
