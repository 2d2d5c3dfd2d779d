/** The door into the made-up firm, and the way to remove it. */
@NullMarked
package app.rapport.demo.web;

import org.jspecify.annotations.NullMarked;
