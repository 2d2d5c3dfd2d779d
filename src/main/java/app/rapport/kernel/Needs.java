package app.rapport.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The right without which a route answers as if it did not exist. On a controller it holds for all
 * its methods, on a method for that one alone; {@code GET} and {@code HEAD} need {@link #toRead},
 * everything else {@link #toChange}. A route without it (and without {@link OpenDoor}) is closed to
 * everybody.
 *
 * <pre>{@code @Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)}</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Needs {
    Right toRead() default Right.NOT_SAID;

    Right toChange() default Right.NOT_SAID;
}
