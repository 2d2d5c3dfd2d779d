package app.rapport.access.web;

import app.rapport.kernel.Needs;
import app.rapport.kernel.OpenDoor;
import app.rapport.kernel.Right;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** Reads from a route what it needs. */
public final class Gate {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private Gate() {}

    public static boolean isOpen(HandlerMethod route) {
        return AnnotatedElementUtils.hasAnnotation(route.getMethod(), OpenDoor.class)
                || AnnotatedElementUtils.hasAnnotation(route.getBeanType(), OpenDoor.class);
    }

    /** The method's own word goes before its controller's. */
    public static Right needed(HandlerMethod route, String method) {
        return Optional.ofNullable(route.getMethodAnnotation(Needs.class))
                .or(() ->
                        Optional.ofNullable(
                                AnnotatedElementUtils.findMergedAnnotation(
                                        route.getBeanType(), Needs.class)))
                .map(needs -> READING.contains(method) ? needs.toRead() : needs.toChange())
                .orElse(Right.NOT_SAID);
    }
}
