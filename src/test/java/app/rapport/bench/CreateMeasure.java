package app.rapport.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** New contacts over the API a second, by 16 clients, each kept before it is answered. */
record CreateMeasure() implements WorldMeasure {
    private static final int CLIENTS = 16;
    private static final int SECONDS = 6;
    private static final double GOAL = 300;

    @Override
    public String name() {
        return "create";
    }

    @Override
    public List<Figure> figures(World world) throws Exception {
        String run = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        double[] rates = new double[ROUNDS];
        AtomicInteger made = new AtomicInteger();
        Load.warm(60, CLIENTS, world::api, ask(run, made));
        for (int i = 0; i < ROUNDS; i++)
            rates[i] = Load.rate(CLIENTS, SECONDS, world::api, ask(run, made));
        return List.of(Figure.atLeast(name(), Figure.median(rates), "contacts/s", GOAL));
    }

    /** One address is one person's, so each is new, also in the next round. */
    private static Load.Ask ask(String run, AtomicInteger made) {
        return (wire, _) -> {
            int number = made.getAndIncrement();
            String body =
                    """
                    {"name": "Tilda Brandwick %d", "title": "Buyer", "addresses": ["tilda.%d.%s@firm%d.example"], "phones": ["+44 20 7946 %04d"]}
                    """
                            .formatted(number, number, run, number % 500, number % 10_000);
            Wire.Answer answer = wire.post("/api/v1/contacts", "application/json", body);
            if (answer.status() != 201)
                throw new IOException("create: " + answer.head() + answer.text());
        };
    }
}
