package app.rapport.experience;

import static app.rapport.ui.SpreadsheetCells.guarded;

import app.rapport.experience.model.Answer;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"answers-" + day + ".csv\"");
        Writer writer =
                new BufferedWriter(
                        new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        writer.write('\ufeff'); // else Excel reads UTF-8 as the machine's old code page
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord("Answered", "Person", "After", "Measure", "Rating", "Bad", "Words");
        String cursor = "";
        do {
            Slice<Answer> page = feedback.page(viewer, cursor, PAGE);
            page.items().forEach(answer -> write(csv, answer));
            cursor = page.next().orElse("");
        } while (!cursor.isEmpty());
        csv.flush();
        writer.flush();
    }

    private static void write(CsvWriter csv, Answer answer) {
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
