package app.rapport.calls;

import app.rapport.access.Refused;
import app.rapport.calls.model.ShippedTemplates;
import app.rapport.calls.model.TalkTemplate;
import app.rapport.calls.store.TemplateRows;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The kinds of talk that a workspace knows: those that are shipped, as it has them, and its own.
 */
@Service
public class TalkTemplates {
    private static final int MOST = 50;
    private static final Pattern OWN = Pattern.compile("own-[0-9a-f]{12}");

    private final TemplateRows rows;
    private final Clock clock;

    TalkTemplates(TemplateRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Those that are shipped first. */
    public List<TalkTemplate> all(Viewer viewer) {
        Map<String, TalkTemplate> all = new LinkedHashMap<>();
        ShippedTemplates.all().forEach(one -> all.put(one.key(), one));
        rows.all(viewer).forEach(one -> all.put(one.key(), one));
        return List.copyOf(all.values());
    }

    public Optional<TalkTemplate> one(Viewer viewer, String key) {
        return all(viewer).stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /** A key that no other has. */
    public static String newKey() {
        return "own-" + Uuid7.next().toString().substring(24);
    }

    public static boolean isOwnKey(String key) {
        return OWN.matcher(key).matches();
    }

    /**
     * @throws Refused when it has no name, or there are too many
     */
    @Transactional
    public void keep(Viewer viewer, TalkTemplate template) {
        if (template.name().isBlank() || template.name().indexOf('\0') >= 0)
            throw new Refused("name", "Give it a name");
        if (template.name().length() > 80) throw new Refused("name", "80 letters at most");
        List<TalkTemplate> all = all(viewer);
        boolean isNew = all.stream().noneMatch(one -> one.key().equals(template.key()));
        if (isNew && !isOwnKey(template.key()))
            throw new Refused("key", "There is no such kind of talk");
        if (isNew && all.size() >= MOST) throw new Refused("name", "50 kinds of talk at most");
        rows.put(viewer, template, clock.instant());
    }

    /** An own one goes, one that was shipped is again as it came. */
    @Transactional
    public boolean remove(Viewer viewer, String key) {
        return rows.remove(viewer, key);
    }
}
