package app.rapport.cli;

import app.rapport.conversations.mail.MailReader;
import app.rapport.conversations.mail.Mailbox;
import app.rapport.conversations.mail.ReadMail;
import app.rapport.exchange.files.FileItem;
import app.rapport.exchange.files.MailFiles;
import app.rapport.listening.Asks;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "analyse",
        mixinStandardHelpOptions = true,
        description = "Read files without storing anything; prints JSON Lines.",
        subcommands = {
            AnalyseCommand.Mail.class,
            AnalyseCommand.AsksInText.class,
            DuplicatesCommand.class,
            PromisesCommand.class,
            TrustCommand.class,
            NegotiationCommand.class,
            AgreementsCommand.class
        })
final class AnalyseCommand {
    @Command(
            name = "mail",
            mixinStandardHelpOptions = true,
            description =
                    "What is understood of each mail: sender, kind, new words, bounces, whether it asks.")
    static final class Mail implements Callable<Integer> {
        @Parameters(arity = "1..*", paramLabel = "FILE")
        private List<Path> files = List.of();

        @SuppressWarnings("unused")
        @Mixin
        private final JsonAlways json = new JsonAlways();

        private final PrintStream out = Stdout.result();

        @Override
        public Integer call() throws IOException {
            boolean failed = false;
            for (Path path : files) {
                try {
                    for (Path file : MailFiles.below(path)) analyse(file, !Files.isDirectory(path));
                } catch (NoSuchFileException e) {
                    System.err.println("rapport: there is no file " + path);
                    failed = true;
                }
            }
            out.flush();
            return failed ? 1 : 0;
        }

        /**
         * A file named on the command line is a message, whatever it holds, if it is no archive and
         * none of Outlook's; in a folder other files are passed over.
         */
        private void analyse(Path file, boolean named) throws IOException {
            MailFiles.Form form = MailFiles.form(file);
            String name = file.getFileName().toString();
            boolean many =
                    form == MailFiles.Form.GZIP
                            || form == MailFiles.Form.ZIP
                            || form == MailFiles.Form.PST
                            || form == MailFiles.Form.MSG
                            || (form == MailFiles.Form.MBOX && (name.endsWith(".mbox") || !named));
            if (many || !named) {
                MailFiles.each(file, file.toString(), 0, item -> print(file, item));
            } else {
                print(file, Files.readAllBytes(file));
            }
        }

        /** What cannot be read is no mail with nothing in it. */
        private boolean print(Path file, FileItem item) {
            if (item.content().length > 0 || item.problem().isEmpty()) print(file, item.content());
            else
                System.err.println(
                        "rapport: %s, %s: %s"
                                .formatted(item.source(), item.place(), item.problem().get()));
            return true;
        }

        private void print(Path file, byte[] raw) {
            out.println(line(file, MailReader.read(raw)));
        }

        private static String line(Path file, ReadMail mail) {
            ObjectNode line = JsonLine.JSON.createObjectNode();
            line.put("file", file.toString());
            line.put("messageId", mail.messageId().orElse(null));
            line.set("from", mail.from().map(Mail::mailbox).orElse(null));
            line.set("to", mailboxes(mail.to()));
            line.set("cc", mailboxes(mail.cc()));
            line.put(
                    "date",
                    mail.date()
                            .map(date -> date.truncatedTo(ChronoUnit.SECONDS).toString())
                            .orElse(null));
            line.put("subject", mail.subject());
            line.put("kind", mail.kind().word());
            line.put("replyText", mail.replyText());
            line.put("newText", mail.newText());
            line.put("signature", mail.signature());
            var bounces = line.putArray("bounces");
            mail.bounces()
                    .forEach(bounce ->
                            bounces.addObject()
                                    .put("recipient", bounce.recipient())
                                    .put("status", bounce.status()));
            line.put("asks", rounded(mail.asks()));
            line.put("wantsAnswer", rounded(mail.wantsAnswer()));
            return JsonLine.of(line);
        }

        private static @Nullable JsonNode mailbox(Mailbox mailbox) {
            ObjectNode node = JsonLine.JSON.createObjectNode();
            node.put("name", mailbox.name());
            node.put("address", mailbox.address());
            return node;
        }

        private static JsonNode mailboxes(List<Mailbox> mailboxes) {
            var array = JsonLine.JSON.createArrayNode();
            mailboxes.forEach(mailbox -> array.add(mailbox(mailbox)));
            return array;
        }
    }

    @Command(
            name = "asks",
            mixinStandardHelpOptions = true,
            description =
                    "For JSON Lines {\"id\",\"text\"}: the chance that each asks for or commits to an action.")
    static final class AsksInText implements Callable<Integer> {
        @Parameters(paramLabel = "FILE")
        private Path file = Path.of("-");

        @SuppressWarnings("unused")
        @Mixin
        private final JsonAlways json = new JsonAlways();

        @Override
        public Integer call() throws IOException {
            JsonLines.answer(
                    file,
                    "id and text",
                    (row, result) ->
                            result.put("asks", rounded(Asks.of(row.path("text").asString("")))));
            return 0;
        }
    }

    private static double rounded(double probability) {
        return JsonLine.rounded(probability, 1e4);
    }
}
