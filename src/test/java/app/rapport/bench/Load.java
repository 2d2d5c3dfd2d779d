package app.rapport.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that ask as fast as they are answered. */
final class Load {
    private Load() {}

    /** One request; says when the answer is not what was asked for. */
    interface Ask {
        void once(Wire wire, int number) throws Exception;
    }

    /** Opens a client's connection. */
    interface Clients {
        Wire open() throws Exception;
    }

    private static final int WARM = 60_000;
    private static final int WARM_PAGES = 1_000;

    /** Until the program is translated for the processor, as one that has run for a while is. */
    static void warm(int atMostSeconds, int clients, Clients opened, Ask ask) throws Exception {
        double asked = 0;
        for (int seconds = 0; asked < WARM && seconds < atMostSeconds; seconds += 5)
            asked += rate(clients, 5, opened, ask) * 5;
    }

    /** The same for one client: pages in turn. */
    static void warm(int atMostSeconds, Ask ask, Wire wire) throws Exception {
        long end = System.nanoTime() + atMostSeconds * 1_000_000_000L;
        for (int number = 0; number < WARM_PAGES && System.nanoTime() < end; number++)
            ask.once(wire, number);
    }

    /** Requests a second of so many clients together. */
    static double rate(int clients, double seconds, Clients opened, Ask ask) throws Exception {
        AtomicInteger number = new AtomicInteger();
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < clients; i++)
                counts.add(threads.submit(client(opened, ask, number, end)));
            long all = 0;
            for (Future<Integer> count : counts) all += count.get();
            return all / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private static Callable<Integer> client(
            Clients opened, Ask ask, AtomicInteger number, long end) {
        return () -> {
            int done = 0;
            try (Wire wire = opened.open()) {
                for (; System.nanoTime() < end; done++) ask.once(wire, number.getAndIncrement());
            }
            return done;
        };
    }

    /** Milliseconds in which 95 of 100 are done, one after the other. */
    static double p95(int first, int times, Ask ask, Wire wire) throws Exception {
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            ask.once(wire, first + i);
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        return p95(millis);
    }

    static double p95(double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(.95 * sorted.length) - 1];
    }
}
