package app.rapport.access;

import app.rapport.database.CurrentWorkspace;
import app.rapport.kernel.WorkspaceId;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Work in one workspace and one transaction, for callers who may not be in it yet. */
@Component
class InWorkspace {
    private final TransactionTemplate transaction;

    InWorkspace(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    <T> T call(WorkspaceId workspace, Supplier<T> work) {
        return CurrentWorkspace.call(workspace, () -> transaction.execute(_ -> work.get()));
    }

    void run(WorkspaceId workspace, Runnable work) {
        CurrentWorkspace.run(workspace, () -> transaction.executeWithoutResult(_ -> work.run()));
    }
}
