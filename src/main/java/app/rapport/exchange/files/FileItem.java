package app.rapport.exchange.files;

import java.util.Optional;

/**
 * One message as it lies in a file.
 *
 * @param source the file as the user knows it, inside an archive after {@code !}
 * @param position first byte in that file
 * @param problem why it cannot be taken, one sentence; empty for nearly all
 */
public record FileItem(String source, long position, byte[] content, Optional<String> problem) {

    static FileItem of(String source, long position, byte[] content) {
        Optional<String> problem =
                content.length == 0 ? Optional.of("The file is empty") : Optional.empty();
        return new FileItem(source, position, content, problem);
    }

    /** Where it stands, for people. */
    public String place() {
        return "byte " + position;
    }
}
