package app.rapport.exchange;

import app.rapport.exchange.model.AsideKind;
import app.rapport.exchange.out.ZipOutlet;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * What an import set aside as files over HTTP, to be mended and put in again: a CSV for each table,
 * one mbox, one file of cards, one calendar; a zip where these are several.
 */
@Component
public class SetAsideDownload {
    private final ImportRecords records;

    SetAsideDownload(ImportRecords records) {
        this.records = records;
    }

    private record Part(String name, AsideKind kind, Optional<String> table) {}

    /**
     * @param only that kind; empty for all
     */
    public void send(
            Viewer viewer, ImportId id, Optional<AsideKind> only, HttpServletResponse response)
            throws IOException {
        if (records.progress(viewer, id).isEmpty()) throw nothing();
        List<Part> parts = new ArrayList<>();
        for (AsideKind kind : records.asideKinds(viewer, id).keySet())
            if (only.isEmpty() || only.get() == kind) parts.addAll(parts(viewer, id, kind));
        if (parts.isEmpty()) throw nothing();
        if (parts.size() == 1) one(viewer, id, parts.getFirst(), response);
        else several(viewer, id, parts, only, response);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private List<Part> parts(Viewer viewer, ImportId id, AsideKind kind) {
        List<String> tables = kind == AsideKind.ROWS ? records.asideTables(viewer, id) : List.of();
        if (tables.size() < 2)
            return List.of(new Part("set-aside-" + kind.file(), kind, Optional.empty()));
        Set<String> names = new HashSet<>();
        return tables.stream()
                .map(table -> new Part(own(plain(table), names), kind, Optional.of(table)))
                .toList();
    }

    private static String own(String name, Set<String> names) {
        String own = name;
        for (int n = 2; !names.add(own); n++) own = name + "-" + n;
        return own + "-set-aside.csv";
    }

    /** A table's own name, without the archive it lies in and without its ending. */
    private static String plain(String source) {
        String name = source.substring(source.lastIndexOf('!') + 1).replace('\\', '/');
        return name.substring(name.lastIndexOf('/') + 1).replaceFirst("\\.\\w{1,5}$", "");
    }

    private void one(Viewer viewer, ImportId id, Part part, HttpServletResponse response)
            throws IOException {
        headers(response, part.kind().type() + ";charset=UTF-8", part.name());
        records.write(viewer, id, part.kind(), part.table(), response.getOutputStream());
    }

    private void several(
            Viewer viewer,
            ImportId id,
            List<Part> parts,
            Optional<AsideKind> only,
            HttpServletResponse response)
            throws IOException {
        String what = only.map(kind -> "-" + kind.words(2)).orElse("");
        headers(response, "application/zip", "set-aside" + what + ".zip");
        try (ZipOutlet zip = new ZipOutlet(response.getOutputStream())) {
            for (Part part : parts) {
                try (OutputStream entry = zip.file(part.name())) {
                    records.write(viewer, id, part.kind(), part.table(), entry);
                }
            }
        }
    }

    private static void headers(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }
}
