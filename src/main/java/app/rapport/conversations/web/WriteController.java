package app.rapport.conversations.web;

import app.rapport.conversations.Draft;
import app.rapport.conversations.Touch;
import app.rapport.conversations.Writing;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.post.NotSendable;
import app.rapport.post.Post;
import app.rapport.ui.Choice;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Writing to a person and answering a mail, as a page or inside the person's page. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class WriteController {
    private final Writing writing;
    private final People people;
    private final Post post;

    WriteController(Writing writing, People people, Post post) {
        this.writing = writing;
        this.people = people;
        this.post = post;
    }

    @GetMapping("/people/{id}/write")
    Page write(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Viewer viewer) {
        PersonCard person = person(viewer, id);
        Draft draft = writing.begin(viewer, person, Optional.empty());
        return page(viewer, person, draft, Wrong.NOTHING, htmx != null);
    }

    /**
     * @param all whether everybody else on the mail gets a copy
     */
    @GetMapping("/touches/{id}/answer")
    Page answer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Viewer viewer) {
        Touch mail =
                writing.readable(viewer, new TouchId(id)).orElseThrow(WriteController::missing);
        PersonCard person = writing.sender(viewer, mail).orElseThrow(WriteController::missing);
        Draft draft = writing.begin(viewer, person, Optional.of(mail));
        Draft copied = all ? withCopies(draft, writing.others(mail)) : draft;
        return page(viewer, person, copied, Wrong.NOTHING, htmx != null);
    }

    private static Draft withCopies(Draft draft, List<String> copies) {
        return new Draft(
                draft.id(),
                draft.person(),
                draft.answers(),
                draft.to(),
                String.join(", ", copies),
                draft.subject(),
                draft.words());
    }

    private Page page(Viewer viewer, PersonCard person, Draft draft, Wrong wrong, boolean alone) {
        Optional<Touch> answered = draft.answers().flatMap(id -> writing.readable(viewer, id));
        return new WritePage(
                person,
                draft,
                writing.addresses(person, answered).stream()
                        .map(address -> new Choice(address, address))
                        .toList(),
                answered.map(Touch::title),
                answered.map(writing::others).orElse(List.of()).stream()
                        .filter(address -> !draft.copies().contains(address))
                        .toList(),
                writing.files(viewer, draft.id()),
                post.from(viewer),
                wrong,
                alone);
    }

    /** What was written is kept, also where it cannot go. */
    private Page refused(Viewer viewer, PersonCard person, Draft draft, NotSendable e) {
        writing.keep(viewer, draft);
        Wrong wrong = new Wrong(e.field(), String.valueOf(e.getMessage()));
        return page(viewer, person, draft, wrong, false);
    }

    @PostMapping("/people/{id}/draft")
    DraftKept keep(@PathVariable UUID id, @ModelAttribute WriteForm form, Viewer viewer) {
        PersonCard person = person(viewer, id);
        return new DraftKept(writing.keep(viewer, draft(viewer, person, form)));
    }

    @PostMapping("/people/{id}/write")
    @Nullable Page send(
            @PathVariable UUID id,
            @ModelAttribute WriteForm form,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        PersonCard person = person(viewer, id);
        Draft draft = draft(viewer, person, form);
        try {
            writing.send(viewer, person, draft, ChosenFiles.of(files));
        } catch (NotSendable e) {
            return refused(viewer, person, draft, e);
        }
        Notices.say(
                response,
                Notice.undoable(
                        "Your mail to %s leaves in %d seconds."
                                .formatted(person.name(), Writing.UNDO.toSeconds()),
                        "/drafts/" + draft.id() + "/undo"));
        response.sendRedirect("/people/" + person.id());
        return null;
    }

    /** Keeps the draft with these files, and shows it again. */
    @PostMapping("/people/{id}/draft/files")
    @Nullable Page attach(
            @PathVariable UUID id,
            @ModelAttribute WriteForm form,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        PersonCard person = person(viewer, id);
        Draft draft = draft(viewer, person, form);
        try {
            writing.attach(viewer, draft, ChosenFiles.of(files));
        } catch (NotSendable e) {
            return refused(viewer, person, draft, e);
        }
        response.sendRedirect(draft.href());
        return null;
    }

    @PostMapping("/people/{id}/draft/files/{position}/remove")
    void detach(
            @PathVariable UUID id,
            @PathVariable int position,
            @ModelAttribute WriteForm form,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        Draft draft = draft(viewer, person(viewer, id), form);
        writing.detach(viewer, draft, position);
        response.sendRedirect(draft.href());
    }

    /** A form names a mail that it answers; one that the viewer may not read is none. */
    private Draft draft(Viewer viewer, PersonCard person, WriteForm form) {
        Draft typed = form.of(person.id());
        Optional<TouchId> answers =
                typed.answers().flatMap(id -> writing.readable(viewer, id)).map(Touch::id);
        return new Draft(
                typed.id(),
                typed.person(),
                answers,
                typed.to(),
                typed.copies(),
                typed.subject(),
                typed.words());
    }

    @PostMapping("/drafts/{id}/undo")
    void undo(@PathVariable UUID id, Viewer viewer, HttpServletResponse response)
            throws IOException {
        Optional<Draft> back = writing.takeBack(viewer, id);
        Notices.say(
                response,
                Notice.of(
                        back.isPresent()
                                ? "Nothing was sent. Your mail is a draft again."
                                : "It left already and cannot be taken back."));
        response.sendRedirect(back.map(Draft::href).orElse("/outbox"));
    }

    /** What was never typed into was never kept, and is gone all the same. */
    @PostMapping("/people/{id}/draft/discard")
    void discard(
            @PathVariable UUID id,
            @RequestParam UUID draft,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        PersonCard person = person(viewer, id);
        writing.discard(viewer, draft);
        Notices.say(response, Notice.of("The draft is discarded."));
        response.sendRedirect("/people/" + person.id());
    }

    private PersonCard person(Viewer viewer, UUID id) {
        return people.card(viewer, new PersonId(id)).orElseThrow(WriteController::missing);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
