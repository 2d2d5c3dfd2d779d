package app.rapport.mirror.web;

import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.ui.NavEntry;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Each member's own, so it is always there. */
@Component
class MirrorNav implements NavEntry {
    @Override
    public Optional<Item> item(Viewer viewer) {
        return Optional.of(Item.of("Mirror", "/mirror", "user-circle", "l", 58));
    }

    @Override
    public Right needs() {
        return Right.READ_RECORDS;
    }
}
