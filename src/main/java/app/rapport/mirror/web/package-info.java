/** HTTP in, typed pages out. */
@NullMarked
package app.rapport.mirror.web;

import org.jspecify.annotations.NullMarked;
