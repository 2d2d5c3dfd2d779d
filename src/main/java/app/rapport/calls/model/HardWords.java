package app.rapport.calls.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What somebody wrote before a hard talk; a field without words is left out. */
public record HardWords(Map<HardField, String> said) {
    public static final HardWords NOTHING = new HardWords(Map.of());
    public static final int LONGEST = 20_000;

    public HardWords {
        Map<HardField, String> filled = new EnumMap<>(HardField.class);
        said.forEach((field, words) -> {
            String clean = words.replace('\0', ' ').replaceAll("\\r\\n?", "\n").stripTrailing();
            if (!clean.isEmpty()) filled.put(field, clean);
        });
        said = Map.copyOf(filled);
    }

    public String of(HardField field) {
        return said.getOrDefault(field, "");
    }

    public Optional<HardField> tooLong() {
        return said.entrySet().stream()
                .filter(one -> one.getValue().length() > LONGEST)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What was written on in two places becomes one; no line of either is lost. */
    public static HardWords union(HardWords base, HardWords mine, HardWords theirs) {
        Map<HardField, String> all = new EnumMap<>(HardField.class);
        for (HardField field : HardField.values())
            all.put(field, NotesUnion.of(base.of(field), mine.of(field), theirs.of(field)));
        return new HardWords(all);
    }
}
