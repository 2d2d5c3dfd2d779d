package app.rapport.ui;

import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Help inside the program: the first hour, the keys, what is new. */
@Controller
@Needs(toRead = Right.READ_OWN)
class HelpController implements NavEntry {
    private static final String HERE = "/help";

    @GetMapping(HERE)
    Page help() {
        return new HelpPage();
    }

    @Override
    public Optional<Item> item(Viewer viewer) {
        return Optional.of(Item.of("Help", HERE, "help-circle", "h", 95));
    }
}
