/** The import pages. */
@NullMarked
package app.rapport.exchange.web;

import org.jspecify.annotations.NullMarked;
