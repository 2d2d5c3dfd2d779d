package app.rapport.bench;

import app.rapport.Rapport;
import app.rapport.access.Access;
import app.rapport.conversations.Channel;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.Side;
import app.rapport.conversations.TypedTouch;
import app.rapport.database.CurrentWorkspace;
import app.rapport.database.DatabaseLocation;
import app.rapport.database.EmbeddedPostgres;
import app.rapport.exchange.FileImport;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.ContactBook;
import app.rapport.people.model.ContactField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.util.FileSystemUtils;

/**
 * What the ledgers cost where a touch comes in: the same work, turn by turn, in two programs side
 * by side, in one of which none of their rooms hears of it. What a ledger concludes only when it is
 * asked for costs nothing here; Today's figures have that.
 */
final class LedgersMeasure implements Measure {
    private static final Pattern LEDGERS =
            Pattern.compile("app\\.rapport\\.(promises|experience|balance|calls|risk)\\.");
    private static final int TOUCHES = 400;
    private static final int ROUNDS = 5;
    private static final double MORE_MS = 5;
    private static final double MORE_OF_AN_IMPORT = 1.3;
    private static final long BYTES = Long.getLong("bench.mail", 100) << 16;

    @Override
    public Map<String, Object> size() {
        return Map.of("touches", TOUCHES * ROUNDS, "importedBytes", BYTES);
    }

    @Override
    public List<Figure> figures() throws IOException {
        try (Half on = new Half(true);
                Half off = new Half(false)) {
            on.warm();
            off.warm();
            return List.of(touches(on, off), imports(on, off));
        }
    }

    private static Figure touches(Half on, Half off) {
        double[] with = new double[ROUNDS];
        double[] without = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            without[round] = off.touch();
            with[round] = on.touch();
        }
        double control = Figure.median(without);
        return Figure.atMost("touch-logged", Figure.median(with), "ms", control, control + MORE_MS);
    }

    private static Figure imports(Half on, Half off) throws IOException {
        double[] with = new double[ROUNDS];
        double[] without = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            without[round] = off.imported(round);
            with[round] = on.imported(round);
        }
        double control = Figure.median(without);
        return Figure.atMost(
                "import-ledgers", Figure.median(with), "s", control, control * MORE_OF_AN_IMPORT);
    }

    /** A program of its own over a database of its own. */
    private static final class Half implements AutoCloseable {
        private final Path folder;
        private final DatabaseLocation database;
        private final ConfigurableApplicationContext program;
        private final Viewer nora;
        private final PersonId person;

        Half(boolean ledgers) throws IOException {
            folder = Files.createTempDirectory("rapport-bench-ledgers");
            database = DatabaseLocation.starting(EmbeddedPostgres.in(folder));
            program =
                    new SpringApplicationBuilder(Rapport.class)
                            .web(WebApplicationType.NONE)
                            .lazyInitialization(true)
                            .logStartupInfo(false)
                            .properties(Map.of("rapport.data", folder.toString()))
                            .initializers(context ->
                                    prepare((GenericApplicationContext) context, ledgers))
                            .run();
            nora =
                    bean(Access.class)
                            .setUp(
                                    "Tarn",
                                    "nora@tarn.example",
                                    "Nora Pelling",
                                    Program.PASSWORD,
                                    ZoneId.of("UTC"))
                            .viewer();
            person =
                    CurrentWorkspace.call(
                            nora.workspace(),
                            () ->
                                    bean(ContactBook.class)
                                            .add(
                                                    nora,
                                                    Map.of(
                                                            ContactField.NAME, "Bea Thornycroft",
                                                            ContactField.MAILS,
                                                                    "bea@thornycroft.example")));
        }

        private void prepare(GenericApplicationContext context, boolean ledgers) {
            context.registerBean(DatabaseLocation.class, () -> database);
            if (ledgers) return;
            context.registerBean(
                    AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME,
                    Deaf.class,
                    Deaf::new);
        }

        private <T> T bean(Class<T> type) {
            return program.getBean(type);
        }

        /** Until the compiler has seen the code, an import of some thousand mails. */
        void warm() throws IOException {
            for (int round = 0; round < 3; round++) imported(100 + round);
            touch();
        }

        /** Milliseconds of the middle one. */
        double touch() {
            double[] all = new double[TOUCHES];
            for (int i = 0; i < TOUCHES; i++) {
                TypedTouch touch =
                        new TypedTouch(
                                Channel.CALL,
                                List.of(person),
                                Instant.now(),
                                Side.YOU,
                                Optional.of(4),
                                "",
                                "I will send the sheet by Friday. They ask about the price.",
                                Optional.empty());
                long began = System.nanoTime();
                CurrentWorkspace.call(
                        nora.workspace(), () -> bean(Conversations.class).log(nora, touch));
                all[i] = (System.nanoTime() - began) / 1e6;
            }
            return Arrays.stream(all).sorted().skip(TOUCHES / 2).findFirst().orElseThrow();
        }

        /** Seconds. */
        double imported(long seed) throws IOException {
            Path mail = Files.createTempFile("rapport-bench", ".mbox");
            try {
                GeneratedMail.write(mail, BYTES, seed);
                long began = System.nanoTime();
                CurrentWorkspace.run(nora.workspace(), () -> bring(mail));
                return (System.nanoTime() - began) / 1e9;
            } finally {
                Files.delete(mail);
            }
        }

        private void bring(Path mail) {
            try {
                FileImport imports = bean(FileImport.class);
                imports.run(nora, imports.begin(nora, List.of(mail)), _ -> {});
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            program.close();
            database.end();
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** Tells everybody of what happened but the rooms of ledgers. */
    private static final class Deaf extends SimpleApplicationEventMulticaster {
        @Override
        protected Collection<ApplicationListener<?>> getApplicationListeners(
                ApplicationEvent event, ResolvableType type) {
            List<ApplicationListener<?>> hearing =
                    new ArrayList<>(super.getApplicationListeners(event, type));
            hearing.removeIf(listener -> LEDGERS.matcher(listener.toString()).find());
            return hearing;
        }
    }
}
