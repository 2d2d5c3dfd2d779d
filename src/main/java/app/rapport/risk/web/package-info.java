/** Pages of risks. */
@NullMarked
package app.rapport.risk.web;

import org.jspecify.annotations.NullMarked;
