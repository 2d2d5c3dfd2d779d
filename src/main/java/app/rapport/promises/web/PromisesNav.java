package app.rapport.promises.web;

import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.ui.NavEntry;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class PromisesNav implements NavEntry {
    @Override
    public Optional<Item> item(Viewer viewer) {
        return Optional.of(
                Item.of("Promises", "/promises", "heart-handshake", "o", 30)
                        .alsoOnPhone()
                        .alsoHomeOf("/tasks"));
    }

    @Override
    public Right needs() {
        return Right.READ_RECORDS;
    }
}
