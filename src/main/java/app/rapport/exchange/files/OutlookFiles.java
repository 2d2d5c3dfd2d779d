package app.rapport.exchange.files;

import app.rapport.exchange.model.Damaged;
import app.rapport.exchange.model.FileForm;
import app.rapport.exchange.outlook.MsgFile;
import app.rapport.exchange.outlook.OutlookItem;
import app.rapport.exchange.outlook.PstFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Outlook's files among the others: which they are, and what comes of each. */
final class OutlookFiles {
    private static final byte[] COMPOUND = {
        (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
    };
    private static final byte[] DATA = {'!', 'B', 'D', 'N'};

    /** A .msg holds its attachments as they are, an internet message a third longer. */
    private static final int LONGEST_MSG = Mbox.LONGEST;

    private static final String NOTHING =
            "Nothing can be found in the Outlook file. If it is not empty, repair it with Outlook's scanpst, then bring it again";

    private OutlookFiles() {}

    /** Word and Excel wrote compound files too: there the name tells. */
    static boolean isMessage(byte[] head, String lowerName) {
        return begins(head, COMPOUND) && (lowerName.endsWith(".msg") || lowerName.endsWith(".oft"));
    }

    /** One that is cut off at its beginning is told by its name, and says so when it is read. */
    static boolean isData(byte[] head, String lowerName) {
        return begins(head, DATA) || lowerName.endsWith(".pst") || lowerName.endsWith(".ost");
    }

    private static boolean begins(byte[] head, byte[] with) {
        if (head.length < with.length) return false;
        for (int i = 0; i < with.length; i++) if (head[i] != with[i]) return false;
        return true;
    }

    static FileItem message(InputStream in, String source) throws IOException {
        byte[] file = in.readNBytes(LONGEST_MSG + 1);
        if (file.length > LONGEST_MSG) return FileItem.refused(source, Mbox.TOO_LONG);
        OutlookItem item = MsgFile.read(file, Mbox.LONGEST);
        byte[] kept = item.content().length == 0 ? file : item.content();
        return new FileItem(source, 0, kept, item.problem());
    }

    /** In an archive it is copied out first: its parts lie anywhere in it. */
    static boolean each(InputStream in, String source, MailFiles.Taker taker) throws IOException {
        Path copy = Files.createTempFile("rapport-", ".pst");
        try {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return each(copy, source, taker);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    static boolean each(Path file, String source, MailFiles.Taker taker) throws IOException {
        boolean[] goesOn = {true};
        boolean[] any = {false};
        try (PstFile outlook = PstFile.open(file)) {
            outlook.messages(
                    Mbox.LONGEST,
                    item -> {
                        any[0] = true;
                        goesOn[0] = taker.take(fileItem(source, item));
                        return goesOn[0];
                    });
            if (any[0] || !outlook.kept().isEmpty()) return goesOn[0];
            return taker.take(FileItem.refused(source, NOTHING));
        } catch (PstFile.Unreadable e) {
            return taker.take(FileItem.refused(source, sentence(e)));
        }
    }

    private static String sentence(PstFile.Unreadable e) {
        return "The Outlook file cannot be read (%s). Repair it with Outlook's scanpst, or export it again, then bring it again"
                .formatted(e.getMessage());
    }

    private static FileItem fileItem(String source, OutlookItem item) {
        return new FileItem(
                source + "!" + item.folder(),
                item.number(),
                "item",
                item.content(),
                item.problem());
    }

    /** Its messages, and its contacts and meetings as files of their own. */
    static List<Archive.Entry> entries(Path file) throws IOException {
        long size = Files.size(file);
        List<Archive.Entry> entries = new ArrayList<>();
        entries.add(new Archive.Entry(Archive.CONTENT, FileForm.MAIL, size));
        try (PstFile outlook = PstFile.open(file)) {
            for (PstFile.Kept kept : outlook.kept())
                entries.add(new Archive.Entry(kept.fileName(), form(kept), size / 100));
        } catch (PstFile.Unreadable e) {
            return entries; // read as mail, it is told what is wrong with it
        }
        return entries;
    }

    private static FileForm form(PstFile.Kept kept) {
        return switch (kept) {
            case CONTACTS -> FileForm.CARDS;
            case CALENDAR -> FileForm.CALENDAR;
        };
    }

    /** One of these files, which the caller deletes. */
    static Optional<Path> unpack(Path file, String entry) throws IOException {
        for (PstFile.Kept kept : PstFile.Kept.values()) {
            if (!kept.fileName().equals(entry)) continue;
            Path unpacked = Files.createTempFile("rapport-", ".tmp");
            try (PstFile outlook = PstFile.open(file)) {
                outlook.write(kept, unpacked);
            } catch (PstFile.Unreadable e) {
                Files.deleteIfExists(unpacked);
                throw new Damaged(sentence(e), e);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(unpacked);
                throw e;
            }
            return Optional.of(unpacked);
        }
        return Optional.empty();
    }
}
