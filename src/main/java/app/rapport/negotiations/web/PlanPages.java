package app.rapport.negotiations.web;

import app.rapport.access.House;
import app.rapport.access.Refused;
import app.rapport.kernel.PersonSection.Section;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.Negotiation;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.Negotiations;
import app.rapport.negotiations.PlanSection;
import app.rapport.negotiations.model.Plan;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.Page;
import app.rapport.ui.Parts;
import app.rapport.ui.Parts.Part;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;

/** What all pages of a plan share: its head, a change of it, and the page after. */
@Component
class PlanPages {
    private final Negotiations negotiations;
    private final House house;
    private final ObjectProvider<PlanSection> sections;
    private final Parts parts;

    PlanPages(
            Negotiations negotiations,
            House house,
            ObjectProvider<PlanSection> sections,
            Parts parts) {
        this.negotiations = negotiations;
        this.house = house;
        this.sections = sections;
        this.parts = parts;
    }

    Negotiation existing(Viewer viewer, UUID id) {
        return negotiations.one(viewer, new NegotiationId(id)).orElseThrow(PlanPages::nothing);
    }

    static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    PlanHead head(Viewer viewer, UUID id, String tab) {
        Negotiation one = existing(viewer, id);
        return new PlanHead(
                one,
                negotiations.readiness(viewer, one.plan()),
                house.members(viewer),
                tab,
                tab.equals("table") ? List.of() : parts(viewer, one),
                Optional.empty());
    }

    /** What other rooms have to say of it. */
    List<Part> parts(Viewer viewer, Negotiation one) {
        return sections.stream()
                .flatMap(source -> source.section(viewer, one).stream())
                .sorted(Comparator.comparingInt(Section::order))
                .map(section -> parts.part(section.template(), section.page()))
                .toList();
    }

    /**
     * @throws Refused when something cannot be used
     */
    void change(Viewer viewer, UUID id, UnaryOperator<Plan> edit) {
        if (negotiations.change(viewer, new NegotiationId(id), edit).isEmpty()) throw nothing();
    }

    /** Changes it and says so, or says why not. */
    RedirectView changed(
            Viewer viewer,
            UUID id,
            String back,
            String words,
            HttpServletResponse response,
            UnaryOperator<Plan> edit) {
        existing(viewer, id);
        try {
            change(viewer, id, edit);
            return to("/negotiations/" + id + back, words, response);
        } catch (Refused e) {
            return to(
                    "/negotiations/" + id + back,
                    e.getMessage() + ". Nothing was changed.",
                    response);
        }
    }

    /**
     * Saves a part that was typed and says so; or says why not, or shows both where somebody else
     * saved it meanwhile.
     *
     * @param page of a head
     */
    Object saved(
            Viewer viewer,
            UUID id,
            Saving saving,
            HttpServletResponse response,
            Function<PlanHead, Page> page) {
        String back = "/negotiations/" + id + saving.path();
        return saved(
                viewer,
                id,
                saving,
                response,
                page,
                (_, wrong) -> to(back, wrong.message() + ". Nothing was changed.", response));
    }

    /**
     * The same; what cannot be saved is shown again with what is wrong in it.
     *
     * @param refused of a head
     */
    Object saved(
            Viewer viewer,
            UUID id,
            Saving saving,
            HttpServletResponse response,
            Function<PlanHead, Page> page,
            BiFunction<PlanHead, Wrong, Object> refused) {
        existing(viewer, id);
        try {
            if (negotiations
                    .change(viewer, new NegotiationId(id), saving::check, saving.edit())
                    .isEmpty()) throw nothing();
            return to("/negotiations/" + id + saving.path(), saving.done(), response);
        } catch (Refused e) {
            PlanHead head = head(viewer, id, saving.tab());
            return e.field().equals(Saving.SEEN)
                    ? page.apply(head.with(clash(viewer, saving, head.negotiation())))
                    : refused.apply(head, new Wrong(e.field(), e.getMessage()));
        }
    }

    private Clash clash(Viewer viewer, Saving saving, Negotiation standing) {
        return saving.clash(standing, negotiations.lastSaved(viewer, standing.id(), saving.part()));
    }

    static RedirectView to(String path, String words, HttpServletResponse response) {
        Notices.say(response, Notice.of(words));
        return see(path);
    }

    static RedirectView see(String path) {
        RedirectView to = new RedirectView(path);
        to.setStatusCode(HttpStatus.SEE_OTHER);
        return to;
    }
}
