package app.rapport.deals.web;

import app.rapport.deals.Deal;
import app.rapport.deals.Stage;
import app.rapport.deals.model.DealField;
import app.rapport.people.PersonCard;
import app.rapport.people.Role;
import app.rapport.ui.Page;
import app.rapport.ui.Parts.Part;
import app.rapport.ui.Wrong;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A deal: how far it is, who decides in it, and what became of each of its fields.
 *
 * @param workers who works at its company and has no part yet
 */
public record DealPage(
        Deal deal,
        String owner,
        List<Stage> stages,
        List<PersonCard> workers,
        List<Entry> history,
        List<Part> main,
        List<Part> aside,
        Wrong wrong)
        implements Page {

    /** A change as people read it. */
    public record Entry(String field, String before, String after, String who, Instant at) {}

    public List<Role> roles() {
        return List.of(Role.values());
    }

    public Optional<LocalDate> closes() {
        return deal.day(DealField.CLOSES_ON);
    }

    public boolean isLate(LocalDate today) {
        return deal.stage().isOpen() && closes().filter(day -> day.isBefore(today)).isPresent();
    }

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
