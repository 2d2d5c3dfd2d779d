package app.rapport.experience;

import static app.rapport.ui.SpreadsheetCells.guarded;

import app.rapport.experience.model.Answer;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.ui.SpreadsheetFile;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** All answers as a file for a spreadsheet, read and written page by page. */
@Component
public class AnswerTable {
    private static final int PAGE = 500;

    private final Feedback feedback;
    private final Clock clock;

    AnswerTable(Feedback feedback, Clock clock) {
        this.feedback = feedback;
        this.clock = clock;
    }

    public void send(Viewer viewer, HttpServletResponse response) throws IOException {
        LocalDate day = LocalDate.ofInstant(clock.instant(), viewer.zone());
        SpreadsheetFile.send(response, "answers-" + day, csv -> write(viewer, csv));
    }

    private void write(Viewer viewer, CsvWriter csv) {
        csv.writeRecord("Answered", "Person", "After", "Measure", "Rating", "Bad", "Words");
        String cursor = "";
        do {
            Slice<Answer> page = feedback.page(viewer, cursor, PAGE);
            page.items().forEach(answer -> row(csv, answer));
            cursor = page.next().orElse("");
        } while (!cursor.isEmpty());
    }

    private static void row(CsvWriter csv, Answer answer) {
        csv.writeRecord(
                answer.at().toString(),
                guarded(answer.personName()),
                answer.occasion().words(),
                answer.measure().word(),
                String.valueOf(answer.rating()),
                answer.isBad() ? "yes" : "no",
                guarded(answer.words()));
    }
}
