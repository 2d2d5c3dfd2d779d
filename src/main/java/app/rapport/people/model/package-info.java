/** How names, domains and addresses are read and compared; plain Java. */
@NullMarked
package app.rapport.people.model;

import org.jspecify.annotations.NullMarked;
