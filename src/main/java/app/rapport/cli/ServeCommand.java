package app.rapport.cli;

import app.rapport.database.DatabaseLocation;
import app.rapport.database.Trouble;
import app.rapport.demo.DemoDoor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Start Rapport and serve its pages until it is told to end.")
final class ServeCommand implements Callable<Integer> {
    @Mixin private DataOption data = new DataOption();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Default: ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            defaultValue = "localhost",
            description = "Address to listen on; default: ${DEFAULT-VALUE}, this machine only.")
    private String listen = "localhost";

    @Option(
            names = "--base-address",
            paramLabel = "URL",
            defaultValue = "${env:RAPPORT_BASE_ADDRESS}",
            description =
                    "Where people reach it, for links that are sent; default: where it listens.")
    private @Nullable String baseAddress;

    @Option(
            names = "--trusted-proxy",
            paramLabel = "ADDRESS",
            split = ",",
            description =
                    "Addresses of reverse proxies whose X-Forwarded-For and X-Forwarded-Proto are believed; default: none.")
    private List<String> trustedProxies = List.of();

    @Option(
            names = "--demo",
            description =
                    "Make a made-up firm to look around in, and print a link into it; it leaves other workspaces alone.")
    private boolean demo;

    @Option(
            names = "--log",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json, one object a line; on standard error. Default: text.")
    private LogFormat log = LogFormat.TEXT;

    private enum LogFormat {
        TEXT,
        JSON
    }

    private static final int LAST_PORT = 65_535;

    @Spec private CommandSpec spec = CommandSpec.create();

    private final CountDownLatch ended = new CountDownLatch(1);
    private int shown;

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > LAST_PORT)
            throw new ParameterException(
                    spec.commandLine(), "--port " + port + ": there are ports from 0 to 65535");
        Path folder = data.folder();
        try (FileChannel channel = lockFile(folder)) {
            FileLock alone = channel.tryLock();
            if (alone == null) {
                throw new Failure("another server already runs on " + folder + ", end it first");
            }
            tryPort();
            serve(folder);
            return 0;
        } catch (IOException e) {
            throw new Failure(
                    "the data folder " + folder + " cannot be used: " + Trouble.reason(e));
        }
    }

    /** Before anything starts: a web server that finds it taken says so in eighty lines. */
    private void tryPort() throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(listen, port));
        } catch (SocketException e) {
            throw new Failure(
                    String.valueOf(e.getMessage()).contains("in use")
                            ? "port " + port + " is taken; choose another with --port"
                            : "cannot listen on "
                                    + listen
                                    + " port "
                                    + port
                                    + ": "
                                    + e.getMessage());
        }
    }

    private void serve(Path folder) throws InterruptedException {
        DatabaseLocation location = data.database();
        Running running = new Running(location);
        Thread hook = new Thread(running::end, "end");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            running.context = start(folder, location);
            sayReady(running.context);
            location.whenEnded(running::orphaned);
            if (System.getenv("RAPPORT_TRAINING") == null) ended.await();
            else Training.visit(running.context);
        } finally {
            running.end();
        }
        if (running.isOrphan())
            throw new Failure(
                    "PostgreSQL ended by itself; "
                            + folder.resolve("logs/postgresql.log")
                            + " says why. What was acknowledged is kept: start again");
    }

    private ConfigurableApplicationContext start(Path folder, DatabaseLocation location) {
        Blueprint.follow();
        return Application.builder(
                        folder,
                        location,
                        WebApplicationType.SERVLET,
                        Map.of("server.port", port, "server.address", listen))
                .properties(addressed())
                .profiles(log == LogFormat.JSON ? new String[] {"log-json"} : new String[0])
                .run();
    }

    private Map<String, Object> addressed() {
        Map<String, Object> settings = new HashMap<>();
        if (baseAddress != null && !baseAddress.isBlank())
            settings.put("rapport.base-address", baseAddress.strip().replaceFirst("/+$", ""));
        if (!trustedProxies.isEmpty()) {
            // believed from anybody, a client could choose the address that log-in limits count
            settings.put("server.forward-headers-strategy", "native");
            settings.put("server.tomcat.remoteip.internal-proxies", pattern(trustedProxies));
        }
        return settings;
    }

    private static String pattern(List<String> addresses) {
        return addresses.stream()
                .map(String::strip)
                .flatMap(address ->
                        address.equals("localhost")
                                ? Stream.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1")
                                : Stream.of(address))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    private void sayReady(ConfigurableApplicationContext context) {
        String host = listen.equals("0.0.0.0") ? "localhost" : listen;
        String chosen = context.getEnvironment().getRequiredProperty("local.server.port");
        String address = "http://" + host + ":" + chosen;
        Optional<String> around =
                demo
                        ? Optional.of(context.getBean(DemoDoor.class).open(this::show))
                        : Optional.empty();
        Stdout.result().println("Rapport is ready: " + address);
        context.getBean(app.rapport.access.SetupLinks.class)
                .fresh()
                .ifPresent(link -> Stdout.result().println("Set it up, once: " + address + link));
        around.ifPresent(link ->
                Stdout.result().println("Look around in the made-up firm: " + address + link));
        Stdout.result().flush();
    }

    private void show(int percent) {
        if (percent == shown) return;
        shown = percent;
        System.err.printf("\rMaking the made-up firm: %d %%", percent);
        if (percent == 100) System.err.println();
    }

    /** What has to be ended in order: the pages first, then the database. */
    private final class Running {
        private final DatabaseLocation database;
        private volatile @Nullable ConfigurableApplicationContext context;
        private volatile boolean told;
        private volatile boolean orphan;

        Running(DatabaseLocation database) {
            this.database = database;
        }

        /** A server without its database serves nobody: it ends, and its supervisor starts both. */
        void orphaned() {
            orphan = !told;
            ended.countDown();
        }

        boolean isOrphan() {
            return orphan;
        }

        synchronized void end() {
            told = true;
            ConfigurableApplicationContext running = context;
            if (running != null) running.close();
            context = null;
            database.end();
            ended.countDown();
        }
    }

    private static FileChannel lockFile(Path folder) throws IOException {
        Files.createDirectories(folder);
        return FileChannel.open(
                folder.resolve("serve.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
