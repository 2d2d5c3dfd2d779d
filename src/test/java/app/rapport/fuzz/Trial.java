package app.rapport.fuzz;

import app.rapport.exchange.WholeReading;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Reads a bent file within limits, and looks at what came out. */
final class Trial {
    private static final long MOST_MILLIS = 2_000;
    private static final long MOST_BYTES = 64L << 20;
    private static final String TOO_MUCH = "needs more than 64 MB";

    /** The stack of the program's own threads. */
    private static final long STACK = 512 << 10;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /**
     * What came of one file.
     *
     * @param items given out by the reader
     * @param refused whether it was refused whole, with a sentence
     * @param millis of CPU
     * @param bytes allocated in all, so never less than were held at once
     * @param fault what must not be; empty when all is well
     */
    record Outcome(int items, boolean refused, long millis, long bytes, Optional<String> fault) {
        private Outcome with(String found) {
            return new Outcome(items, refused, millis, bytes, Optional.of(found));
        }
    }

    private Trial() {}

    static Outcome of(Bent bent, Path folder) {
        try {
            Path file = Files.write(folder.resolve("bent." + bent.kind().suffix()), bent.bytes());
            Outcome outcome = limited(bent, file);
            return fits(outcome, bent, file) ? outcome : outcome.with(TOO_MUCH);
        } catch (IOException e) {
            throw new IllegalStateException("no place for a file", e);
        }
    }

    private static Outcome limited(Bent bent, Path file) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Thread reader =
                new Thread(null, () -> outcome.complete(measured(bent, file)), "trial", STACK);
        reader.setDaemon(true);
        reader.start();
        long end = THREADS.getThreadCpuTime(reader.threadId()) + 3 * MOST_MILLIS * 1_000_000;
        while (reader.isAlive() && THREADS.getThreadCpuTime(reader.threadId()) < end) join(reader);
        return outcome.getNow(fault("does not end: " + where(reader.getStackTrace())));
    }

    private static void join(Thread reader) {
        try {
            reader.join(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Outcome measured(Bent bent, Path file) {
        long cpu = THREADS.getCurrentThreadCpuTime();
        long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().threadId());
        int items = 0;
        boolean refused = false;
        Optional<String> fault;
        try {
            WholeReading reading = WholeReading.of(file);
            items = reading.items().size();
            fault = dropped(bent, reading);
        } catch (IOException e) {
            refused = true;
            fault =
                    bent.kind() == Kind.XLSX || bent.hurt()
                            ? Optional.empty()
                            : Optional.of("refused: " + e);
        } catch (Throwable e) { // Errors too: they are what is looked for
            fault = Optional.of(e + " at " + where(e.getStackTrace()));
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(THREADS.getCurrentThreadCpuTime() - cpu);
        long bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().threadId()) - allocated;
        if (fault.isEmpty() && millis > MOST_MILLIS)
            fault = Optional.of("takes %d ms".formatted(millis));
        return new Outcome(items, refused, millis, bytes, fault);
    }

    /** What follows a bent item is given out all the same, or somebody is told why not. */
    private static Optional<String> dropped(Bent bent, WholeReading reading) {
        if (reading.items().isEmpty() && reading.skipped().isEmpty() && bent.bytes().length > 0)
            return Optional.of("nothing given out, nothing said");
        boolean last = reading.items().stream().anyMatch(item -> item.contains(Kind.LAST));
        boolean told = !reading.problems().isEmpty() || !reading.skipped().isEmpty();
        boolean must =
                switch (bent.kind()) {
                    case MAIL, XLSX, OUTLOOK -> false;
                    case MBOX -> reading.skipped().isEmpty();
                    case CSV, CARDS, CALENDAR -> oneByteLetters(bent.bytes());
                    case ZIP, GZIP -> !told && !bent.hurt();
                };
        if (must && !last) return Optional.of("the last item is gone");
        long begun = blocks(bent);
        return begun > reading.items().size()
                ? Optional.of("%d items of %d".formatted(reading.items().size(), begun))
                : Optional.empty();
    }

    /** Zero bytes make a reader take the file for UTF-16, and then it says something else. */
    private static boolean oneByteLetters(byte[] file) {
        for (int i = 0; i < file.length; i++) if (file[i] == 0) return false;
        return file.length < 2 || (file[0] & 0xfe) != 0xfe;
    }

    /** Cards and events that begin in the file, those in other cards left out. */
    private static long blocks(Bent bent) {
        String begin =
                switch (bent.kind()) {
                    case CARDS -> "BEGIN:VCARD";
                    case CALENDAR -> "BEGIN:VEVENT";
                    case MAIL, MBOX, ZIP, GZIP, CSV, XLSX, OUTLOOK -> "";
                };
        if (begin.isEmpty() || !oneByteLetters(bent.bytes())) return 0;
        String text = new String(bent.bytes(), StandardCharsets.ISO_8859_1);
        if (text.toUpperCase(Locale.ROOT).contains("AGENT")) return 0;
        return text.lines().filter(line -> line.strip().equalsIgnoreCase(begin)).count();
    }

    /** What allocated much in all is read again by a program that has no more than that room. */
    private static boolean fits(Outcome outcome, Bent bent, Path file) {
        return outcome.fault().isPresent()
                || outcome.bytes() <= 2 * MOST_BYTES
                || bent.hurt() // may unpack to anything
                || FreshProgram.reads(file, MOST_BYTES);
    }

    private static Outcome fault(String words) {
        return new Outcome(0, false, 3 * MOST_MILLIS, 0, Optional.of(words));
    }

    /** The first places of our own, or of the library that we called. */
    private static String where(StackTraceElement[] stack) {
        StringBuilder places = new StringBuilder();
        for (int i = 0; i < Math.min(3, stack.length); i++) places.append(stack[i]).append(" < ");
        for (StackTraceElement place : stack) {
            if (place.getClassName().startsWith("app.rapport."))
                return places.append(place).toString();
        }
        return places.toString();
    }
}
