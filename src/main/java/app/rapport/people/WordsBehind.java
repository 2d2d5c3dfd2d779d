package app.rapport.people;

import app.rapport.database.CurrentWorkspace;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import app.rapport.people.store.ContactWords;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Search words of people who come in by the thousand, made on a thread and a connection of their
 * own while the next thousand is stored: whoever is stored can be found a moment later. Not in the
 * same transaction, because the trigram index takes a fifth of an import's time. What is missed
 * here, or lost when the process ends, is made at the import's own end.
 */
@Component
class WordsBehind {
    private static final Logger LOG = LoggerFactory.getLogger(WordsBehind.class);

    private final ContactWords words;
    private final Set<ImportId> missed = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(
                    1,
                    1,
                    1,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    work -> Thread.ofPlatform().daemon().name("search-words").unstarted(work));

    WordsBehind(ContactWords words) {
        this.words = words;
        thread.allowCoreThreadTimeOut(true);
    }

    /** Once the caller's transaction is stored; never when it is not. */
    void follow(Viewer viewer, ImportId importId, UUID[] people) {
        if (people.length == 0) return;
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        thread.execute(() -> refresh(viewer, importId, people));
                    }
                });
    }

    private void refresh(Viewer viewer, ImportId importId, UUID[] people) {
        try {
            CurrentWorkspace.run(viewer.workspace(), () -> words.refresh(viewer, people));
        } catch (DataAccessException | IllegalStateException e) {
            LOG.warn("search words wait for the end of the import", e);
            missed.add(importId);
        }
    }

    /**
     * Until all that was stored so far can be found.
     *
     * @return whether everybody whom this import stored since the process began is among them
     */
    boolean await(ImportId importId) {
        CompletableFuture.runAsync(() -> {}, thread).join();
        return !missed.remove(importId);
    }
}
