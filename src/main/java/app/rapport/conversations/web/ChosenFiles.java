package app.rapport.conversations.web;

import app.rapport.conversations.DraftFile;
import app.rapport.post.Letter;
import app.rapport.post.NotSendable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Files that were chosen in a form; none is read that is too large anyway. */
final class ChosenFiles {
    private ChosenFiles() {}

    static List<Letter.Attached> of(@Nullable List<MultipartFile> files) throws IOException {
        if (files == null) return List.of();
        // a field that was left alone sends one file without a name
        List<MultipartFile> chosen = files.stream().filter(file -> !file.isEmpty()).toList();
        if (chosen.stream().mapToLong(MultipartFile::getSize).sum() > DraftFile.MOST_BYTES)
            throw new NotSendable(
                    "files", "At most 15 MB go with a mail. Share larger files by a link");
        List<Letter.Attached> attached = new ArrayList<>();
        for (MultipartFile file : chosen)
            attached.add(
                    new Letter.Attached(
                            plain(file.getOriginalFilename()),
                            Objects.requireNonNullElse(file.getContentType(), ""),
                            file.getBytes()));
        return attached;
    }

    /** Some browsers send the whole path. */
    private static String plain(@Nullable String name) {
        String path = name == null ? "" : name.replace('\\', '/');
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
