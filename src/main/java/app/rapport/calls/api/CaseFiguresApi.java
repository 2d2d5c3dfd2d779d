package app.rapport.calls.api;

import app.rapport.calls.BusinessCases;
import app.rapport.calls.FiledCase;
import app.rapport.calls.api.CaseJson.CaseReadingJson;
import app.rapport.calls.model.BusinessCase;
import app.rapport.calls.model.CaseFigures;
import app.rapport.calls.model.CaseLine;
import app.rapport.calls.model.Sensitivity;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a business case comes to while it is written, and what earlier versions of one said. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class CaseFiguresApi {
    private final BusinessCases cases;

    CaseFiguresApi(BusinessCases cases) {
        this.cases = cases;
    }

    /**
     * @param notKnown names of lines that are in no sum
     */
    record CaseFiguresJson(
            CaseReadingJson careful,
            CaseReadingJson expected,
            CaseReadingJson hopeful,
            List<Sensitivity.Swing> sensitivity,
            List<String> notKnown) {
        static CaseFiguresJson of(BusinessCase content) {
            CaseFigures figures = CaseFigures.of(content);
            return new CaseFiguresJson(
                    CaseReadingJson.of(figures.careful()),
                    CaseReadingJson.of(figures.expected()),
                    CaseReadingJson.of(figures.hopeful()),
                    Sensitivity.of(content, figures).swings(),
                    figures.notKnown().map(CaseLine::name).toList());
        }
    }

    /** Counts what is said; nothing is kept. */
    @PostMapping("/api/v1/business-cases/figures")
    CaseFiguresJson figures(@RequestBody CaseBody body) {
        return CaseFiguresJson.of(body.content());
    }

    /** The case as it stood in that version. */
    @GetMapping("/api/v1/business-cases/{id}/versions/{revision}")
    CaseJson version(@PathVariable UUID id, @PathVariable int revision, Viewer viewer) {
        FiledCase standing = cases.one(viewer, id).orElseThrow(BusinessCases::missing);
        BusinessCase content =
                cases.version(viewer, id, revision).orElseThrow(BusinessCases::missing);
        return cases.versions(viewer, id, Optional.of(revision + 1), 1).items().stream()
                .filter(version -> version.revision() == revision)
                .findFirst()
                .map(version -> CaseJson.of(standing.as(content, version)))
                .orElseThrow(BusinessCases::missing);
    }
}
