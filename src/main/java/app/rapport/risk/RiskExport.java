package app.rapport.risk;

import app.rapport.exchange.ExportSource;
import app.rapport.kernel.PlaceInTime;
import app.rapport.kernel.Viewer;
import app.rapport.risk.model.RiskItem;
import app.rapport.risk.model.RiskKind;
import app.rapport.risk.store.RiskNotes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What stands of risks, a note a line: of deals, of the book, and the viewer's own. */
@Component
class RiskExport implements ExportSource {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RiskNotes notes;

    RiskExport(RiskNotes notes) {
        this.notes = notes;
    }

    private record Line(
            UUID id, @Nullable UUID deal, String kind, Instant at, UUID by, RiskItem note) {
        static Line of(RiskNote one) {
            return new Line(
                    one.note().item(),
                    one.deal().map(deal -> deal.value()).orElse(null),
                    RiskKind.of(one.note().body()).word(),
                    one.note().at(),
                    one.note().by().value(),
                    one.note().body());
        }
    }

    @Override
    public String file() {
        return "risk.jsonl";
    }

    @Override
    public long write(Viewer viewer, OutputStream out) throws IOException {
        List<RiskNote> all =
                Stream.concat(
                                notes.standing(viewer).stream(),
                                notes
                                        .own(viewer, PlaceInTime.START.id(), Integer.MAX_VALUE)
                                        .stream())
                        .toList();
        for (RiskNote one : all) {
            String line = JSON.writeValueAsString(Line.of(one)) + "\n";
            out.write(line.getBytes(StandardCharsets.UTF_8));
        }
        return all.size();
    }
}
