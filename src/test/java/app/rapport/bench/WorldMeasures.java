package app.rapport.bench;

import app.rapport.bench.made.Firm;
import app.rapport.bench.made.Scale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** All that is measured in the made world, one after the other in the same one. */
final class WorldMeasures implements Measure {
    static final List<String> NAMES =
            List.of(
                    "contact-get",
                    "list",
                    "contact-page",
                    "search",
                    "today",
                    "today-past",
                    "create");

    /** What may cost little more where there is ten times as much. */
    private static final Set<String> COMPARED = Set.of("contact-get", "list", "today");

    private static final String[] LISTS = {
        "/people",
        "/people?sort=name",
        "/people?sort=company",
        "/people?owner=me",
        "/people?sort=-added&owner=me",
        "/people?tag=tag3",
        "/people?untouched=30d",
        "/people?company=hal"
    };

    private final Scale scale;
    private final Set<String> wanted;

    WorldMeasures(Scale scale, Collection<String> wanted) {
        this.scale = scale;
        this.wanted = Set.copyOf(wanted);
    }

    @Override
    public Map<String, Object> size() {
        return Map.of();
    }

    @Override
    public List<Figure> figures() throws Exception {
        Set<String> compared = new HashSet<>(COMPARED);
        compared.retainAll(wanted);
        if (scale != Scale.MILLION || compared.isEmpty()) return figures(scale, wanted);
        Map<String, Figure> smaller = new HashMap<>();
        for (Figure figure : figures(Scale.HUNDRED_THOUSAND, compared))
            smaller.put(figure.name(), figure);
        return figures(scale, wanted).stream()
                .map(figure -> {
                    Figure before = smaller.get(figure.name());
                    return before == null ? figure : figure.against(before);
                })
                .toList();
    }

    private static List<Figure> figures(Scale scale, Set<String> wanted) throws Exception {
        List<Figure> figures = new ArrayList<>();
        try (World world = new World(scale)) {
            for (WorldMeasure measure : measures(world.firm()))
                if (wanted.contains(measure.name())) figures.addAll(taken(measure, world));
        }
        return figures;
    }

    private static List<Figure> taken(WorldMeasure measure, World world) throws Exception {
        String before = Bench.load();
        List<Figure> figures = measure.figures(world);
        figures.forEach(
                figure -> System.err.println(figure.words() + "  (load " + before + " before)"));
        return figures;
    }

    private static List<WorldMeasure> measures(Firm firm) {
        return List.of(
                new ContactGetMeasure(),
                new PageMeasure("list", 50, 100, n -> LISTS[n % LISTS.length]),
                new PageMeasure("contact-page", 50, 100, n -> "/people/" + somebody(firm, n)),
                new SearchMeasure(),
                new PageMeasure("today", 100, 60, _ -> "/"),
                new PageMeasure(
                        "today-past",
                        5_000,
                        10,
                        n -> "/today?day=" + LocalDate.now().minusDays(20 + 37L * n)),
                new CreateMeasure());
    }

    /** Every other time somebody of the many, else somebody with whom much passed. */
    private static String somebody(Firm firm, int number) {
        Random random = new Random(number);
        double at = random.nextDouble();
        int index = (int) (firm.contacts() * (number % 2 == 0 ? at : at * at * at));
        return firm.contact(index).toString();
    }
}
