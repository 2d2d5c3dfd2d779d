package app.rapport.database;

import app.rapport.kernel.Seen;
import app.rapport.kernel.WorkspaceId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The workspace in which the current thread works. Every connection that is handed out while it is
 * bound sees only that workspace's rows; without it no connection is handed out at all.
 */
public final class CurrentWorkspace {
    private static final ScopedValue<WorkspaceId> CURRENT = ScopedValue.newInstance();

    private static final ScopedValue<Seen> SEEN = ScopedValue.newInstance();

    private CurrentWorkspace() {}

    public static <T> T call(WorkspaceId workspace, Supplier<T> work) {
        return ScopedValue.where(CURRENT, workspace).call(work::get);
    }

    public static void run(WorkspaceId workspace, Runnable work) {
        ScopedValue.where(CURRENT, workspace).run(work);
    }

    /** As {@link #call}, for work that throws. */
    public static <T, X extends Throwable> T callThrowing(
            WorkspaceId workspace, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, workspace).call(work);
    }

    /** The same on behalf of somebody who may not see all records. */
    public static <T, X extends Throwable> T callThrowing(
            WorkspaceId workspace, Seen seen, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, workspace).where(SEEN, seen).call(work);
    }

    /** Whose records are seen; all, unless somebody is named on whose behalf the thread works. */
    public static Seen seen() {
        return SEEN.isBound() ? SEEN.get() : Seen.ALL;
    }

    /** The same work for another thread, in the workspace and with the sight of this one. */
    static Runnable carried(Runnable work) {
        ScopedValue.Carrier place = ScopedValue.where(CURRENT, CURRENT.get()).where(SEEN, seen());
        return () -> place.run(work);
    }

    public static Optional<WorkspaceId> get() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }
}
