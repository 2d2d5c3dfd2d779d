/** Pages about people. */
@NullMarked
package app.rapport.people.web;

import org.jspecify.annotations.NullMarked;
