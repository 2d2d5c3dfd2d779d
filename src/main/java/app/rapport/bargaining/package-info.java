/**
 * Negotiation as mathematics: issues, what each side gains by them, the Pareto frontier and the
 * solutions on it. A leaf: no Spring, no SQL, no clock.
 */
@NullMarked
@ApplicationModule(
        displayName = "bargaining",
        allowedDependencies = {})
package app.rapport.bargaining;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
