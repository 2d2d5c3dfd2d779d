package app.rapport.exchange;

import app.rapport.database.TableSizes;
import app.rapport.exchange.model.Progress;
import java.util.function.Consumer;

/**
 * Lets the planner learn of the first rows of an import: sessions keep the plans that they made
 * when the tables were empty, and those walk whole tables as these grow.
 */
final class SizesAhead implements Consumer<Progress> {
    private final TableSizes sizes;
    private final Consumer<Progress> watcher;
    private boolean learnt;

    SizesAhead(TableSizes sizes, Consumer<Progress> watcher) {
        this.sizes = sizes;
        this.watcher = watcher;
    }

    @Override
    public void accept(Progress progress) {
        if (!learnt && progress.stored() >= FileImport.MANY) {
            sizes.learn();
            learnt = true;
        }
        watcher.accept(progress);
    }
}
