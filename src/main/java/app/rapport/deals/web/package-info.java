/** Pages of deals. */
@NullMarked
package app.rapport.deals.web;

import org.jspecify.annotations.NullMarked;
