/** How two sides moved: concession classes, whose turn it is, pressure of time. */
@NullMarked
@NamedInterface("course")
package app.rapport.bargaining.course;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
