/** Who waits for my answer: judged in the order of time from nothing but the past. Plain Java. */
@NullMarked
@NamedInterface("answers")
package app.rapport.conversations.answers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
