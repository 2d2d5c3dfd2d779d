/** The pages. */
@NullMarked
package app.rapport.experience.web;

import org.jspecify.annotations.NullMarked;
