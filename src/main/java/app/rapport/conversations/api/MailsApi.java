package app.rapport.conversations.api;

import app.rapport.access.Refused;
import app.rapport.conversations.Draft;
import app.rapport.conversations.Touch;
import app.rapport.conversations.Writing;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.post.Letter;
import app.rapport.post.NotSendable;
import app.rapport.post.OutgoingId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Mails to people over the API. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class MailsApi {
    private final Writing writing;
    private final People people;

    MailsApi(Writing writing, People people) {
        this.writing = writing;
        this.people = people;
    }

    /**
     * @param to one of the contact's addresses; the first where none is given
     * @param files 10 at most, 15 MB together
     * @param answers the touch that it answers; gives the subject where none is given
     */
    record NewMail(
            @Nullable String to,
            @Nullable List<String> cc,
            @Nullable String subject,
            @Nullable String words,
            @Nullable UUID answers,
            @Nullable List<NewFile> files) {}

    /**
     * @param content Base64
     */
    record NewFile(@Nullable String name, @Nullable String mediaType, byte @Nullable [] content) {
        static Letter.Attached attached(@Nullable NewFile file) {
            if (file == null || file.content == null)
                throw new Refused("files", "Give each file's content in Base64");
            return new Letter.Attached(
                    file.name == null ? "" : file.name,
                    file.mediaType == null ? "" : file.mediaType,
                    file.content);
        }
    }

    /**
     * @param id in the outbox
     */
    record QueuedMail(UUID id) {}

    /**
     * Puts a mail into the outbox; it leaves after ten seconds, and can be taken back until then.
     */
    @PostMapping("/api/v1/contacts/{id}/mails")
    @ResponseStatus(HttpStatus.ACCEPTED)
    QueuedMail queue(@PathVariable UUID id, @RequestBody NewMail mail, Viewer viewer) {
        PersonCard person =
                people.card(viewer, new PersonId(id))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<Touch> answered =
                Optional.ofNullable(mail.answers()).map(touch -> read(viewer, touch));
        Draft sheet = writing.begin(viewer, person, answered);
        Draft draft =
                new Draft(
                        Uuid7.next(),
                        person.id(),
                        answered.map(Touch::id),
                        mail.to() == null ? sheet.to() : mail.to().strip(),
                        String.join(",", mail.cc() == null ? List.of() : mail.cc()),
                        mail.subject() == null ? sheet.subject() : mail.subject(),
                        mail.words() == null ? "" : mail.words());
        try {
            OutgoingId queued = writing.send(viewer, person, draft, attached(mail));
            return new QueuedMail(queued.value());
        } catch (NotSendable e) {
            String field = e.field().equals("from") ? "" : e.field();
            throw new Refused(field, String.valueOf(e.getMessage()));
        }
    }

    private static List<Letter.Attached> attached(NewMail mail) {
        return mail.files() == null
                ? List.of()
                : mail.files().stream().map(NewFile::attached).toList();
    }

    private Touch read(Viewer viewer, UUID touch) {
        return writing.readable(viewer, new TouchId(touch))
                .orElseThrow(() -> new Refused("answers", "There is no such mail to answer"));
    }
}
