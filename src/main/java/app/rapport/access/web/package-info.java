/** Pages of set-up, login and settings, and the security of all pages. */
@NullMarked
package app.rapport.access.web;

import org.jspecify.annotations.NullMarked;
