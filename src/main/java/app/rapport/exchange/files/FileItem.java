package app.rapport.exchange.files;

import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * One message as it lies in a file.
 *
 * @param source the file as the user knows it, inside an archive after {@code !}
 * @param position first byte in that file, or its number in a folder of Outlook
 * @param unit what the position counts
 * @param problem why it cannot be taken, one sentence; empty for nearly all
 */
public record FileItem(
        String source, long position, String unit, byte[] content, Optional<String> problem) {
    private static final String BYTE = "byte";

    FileItem(String source, long position, byte[] content, Optional<String> problem) {
        this(source, position, BYTE, content, problem);
    }

    static FileItem of(String source, long position, byte[] content) {
        Optional<String> problem =
                content.length == 0 ? Optional.of("The file is empty") : Optional.empty();
        return new FileItem(source, position, content, problem);
    }

    static FileItem refused(String source, String problem) {
        return new FileItem(source, 0, new byte[0], Optional.of(problem));
    }

    /** What stands for the rest of a file that cannot be read on. */
    static FileItem broken(String source, long position, IOException why) {
        String words = String.valueOf(why.getMessage());
        String problem =
                switch (why) {
                    case Unpacked.Trap _ -> words;
                    case EOFException _ ->
                            "The archive is cut short here. What came before it is stored; bring a whole copy for the rest";
                    case ZipException _ when words.contains("encrypted") ->
                            "The archive is locked with a password. Unpack it, then bring what is in it";
                    case ZipException _ ->
                            "The archive is damaged from here on (%s). What came before is stored; bring a whole copy for the rest"
                                    .formatted(words);
                    default ->
                            "The file cannot be read from here on (%s). What came before is stored"
                                    .formatted(words);
                };
        return new FileItem(source, position, new byte[0], Optional.of(problem));
    }

    /** Where it stands, for people. */
    public String place() {
        return unit + " " + position;
    }
}
