package app.rapport.exchange;

import app.rapport.kernel.PersonRecords;
import java.util.Set;
import org.springframework.stereotype.Component;

/** An import's item goes on naming the record that it became; a record that was joined leads on. */
@Component
class ImportedSubjects implements PersonRecords {
    @Override
    public Set<String> columns() {
        return Set.of("import_item.subject");
    }
}
