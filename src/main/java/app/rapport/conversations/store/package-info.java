/** SQL of the tables of conversations. */
@NullMarked
package app.rapport.conversations.store;

import org.jspecify.annotations.NullMarked;
