package app.rapport.bench;

import app.rapport.bench.made.Firm;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/**
 * Contacts by id over the API a second, by 16 clients; against pgbench, which selects the same
 * contacts' rows by key with as many clients. Both are taken in turn.
 */
record ContactGetMeasure() implements WorldMeasure {
    private static final int CLIENTS = 16;
    private static final int SECONDS = 6;
    private static final double A_TENTH = .1;

    @Override
    public String name() {
        return "contact-get";
    }

    @Override
    public List<Figure> figures(World world) throws Exception {
        Firm firm = world.firm();
        double[] rates = new double[ROUNDS];
        double[] controls = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        Load.warm(150, CLIENTS, world::api, ask(firm));
        for (int i = 0; i < ROUNDS; i++) {
            controls[i] = PgBench.contactsByKey(world.database(), firm, CLIENTS, SECONDS);
            double before = world.processorSeconds();
            rates[i] = Load.rate(CLIENTS, SECONDS, world::api, ask(firm));
            System.err.printf(
                    "%s: %.3f ms a request on the processor%n",
                    name(), (world.processorSeconds() - before) * 1_000 / (rates[i] * SECONDS));
            ratios[i] = rates[i] / controls[i];
        }
        int middle = middle(ratios);
        return List.of(
                Figure.ratio(name(), rates[middle], "requests/s", controls[middle], A_TENTH));
    }

    private static int middle(double[] ratios) {
        double median = Figure.median(ratios);
        for (int i = 0; i < ratios.length; i++) if (ratios[i] == median) return i;
        return 0;
    }

    private static Load.Ask ask(Firm firm) {
        return (wire, number) -> {
            int index = new Random(number).nextInt(firm.contacts());
            Wire.Answer answer = wire.get("/api/v1/contacts/" + firm.contact(index));
            if (answer.status() != 200)
                throw new IOException("contact " + index + ": " + answer.head());
        };
    }
}
