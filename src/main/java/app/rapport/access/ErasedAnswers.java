package app.rapport.access;

import app.rapport.kernel.PersonRecords;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Answers that are kept for a day name whom they were about. */
@Component
class ErasedAnswers implements PersonRecords {
    private final IdempotentAnswers answers;

    ErasedAnswers(IdempotentAnswers answers) {
        this.answers = answers;
    }

    @Override
    public Set<String> columns() {
        return Set.of();
    }

    @Override
    public List<String> erase(Viewer by, Erased erased) {
        Stream<String> ids = erased.people().stream().map(Object::toString);
        answers.forgetThatSay(by, Stream.concat(ids, erased.words().words().stream()).toList());
        return List.of();
    }
}
