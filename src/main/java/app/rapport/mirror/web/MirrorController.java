package app.rapport.mirror.web;

import app.rapport.access.Refused;
import app.rapport.conversations.Conversations;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.mirror.Mirrors;
import app.rapport.mirror.Mirrors.Mirror;
import app.rapport.mirror.model.Figure;
import app.rapport.mirror.model.Group;
import app.rapport.mirror.model.Met;
import app.rapport.mirror.model.Often;
import app.rapport.mirror.model.Question;
import app.rapport.mirror.model.Step;
import app.rapport.people.People;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The mirror of who looks into it, and of whoever shares theirs. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.CHANGE_OWN)
class MirrorController {
    private static final int LISTED = 200;
    private static final String HOME = "/mirror";

    private final Mirrors mirrors;
    private final People people;
    private final Conversations conversations;

    MirrorController(Mirrors mirrors, People people, Conversations conversations) {
        this.mirrors = mirrors;
        this.people = people;
        this.conversations = conversations;
    }

    @GetMapping(HOME)
    MirrorPage own(Viewer viewer) {
        return new MirrorPage(mirrors.own(viewer), mirrors.sharing(viewer));
    }

    @GetMapping(HOME + "/team")
    MirrorTeamPage team(Viewer viewer) {
        return new MirrorTeamPage(mirrors.team(viewer));
    }

    @GetMapping(HOME + "/{member}")
    MirrorPage of(@PathVariable UUID member, Viewer viewer) {
        return new MirrorPage(shared(viewer, member), Map.of());
    }

    private Mirror shared(Viewer viewer, UUID member) {
        return mirrors.of(viewer, new MemberId(member)).orElseThrow(MirrorController::nothing);
    }

    @GetMapping(HOME + "/facts/{figure}/{group}")
    MirrorFactsPage facts(@PathVariable String figure, @PathVariable String group, Viewer viewer) {
        return facts(viewer, mirrors.own(viewer), HOME, figure, group);
    }

    @GetMapping(HOME + "/{member}/facts/{figure}/{group}")
    MirrorFactsPage factsOf(
            @PathVariable UUID member,
            @PathVariable String figure,
            @PathVariable String group,
            Viewer viewer) {
        return facts(viewer, shared(viewer, member), HOME + "/" + member, figure, group);
    }

    private MirrorFactsPage facts(
            Viewer viewer, Mirror mirror, String home, String figure, String group) {
        Figure which = Figure.of(figure).orElseThrow(MirrorController::nothing);
        Group in =
                Group.of(group)
                        .filter(which.groups()::contains)
                        .orElseThrow(MirrorController::nothing);
        List<Met> all = mirror.facts().of(which, in);
        List<Met> listed = all.stream().limit(LISTED).toList();
        Set<PersonId> persons =
                listed.stream().flatMap(one -> one.with().stream()).collect(Collectors.toSet());
        Set<TouchId> touches =
                listed.stream().flatMap(one -> one.touch().stream()).collect(Collectors.toSet());
        return new MirrorFactsPage(
                home,
                mirror.name(),
                mirror.own(),
                which,
                in,
                listed,
                all.size(),
                people.cards(viewer, persons),
                conversations.touches(viewer, touches));
    }

    /**
     * What is not answered stays open.
     *
     * @param rest "left-out" to see the facts without answering it
     */
    @PostMapping(HOME + "/answers")
    String say(
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") String rest,
            Viewer viewer,
            HttpServletResponse response) {
        Map<Question, Optional<Often>> answers = new EnumMap<>(Question.class);
        typed.forEach((name, value) ->
                Question.of(name)
                        .ifPresent(question ->
                                Often.of(value)
                                        .ifPresent(often ->
                                                answers.put(question, Optional.of(often)))));
        boolean all = rest.equals(Often.LEFT_OUT);
        try {
            if (!all || !answers.isEmpty()) mirrors.say(viewer, answers);
            if (all) mirrors.leaveOut(viewer);
            Notices.say(response, Notice.of(kept(mirrors.own(viewer).review().open().size())));
        } catch (Refused e) {
            Notices.say(response, Notice.of(e.getMessage() + "."));
        }
        return "redirect:" + HOME;
    }

    private static String kept(int open) {
        return switch (open) {
            case 0 -> "Your answers are kept, for you alone unless you share.";
            case 1 -> "Your answers are kept. One question is open still.";
            default -> "Your answers are kept. " + open + " questions are open still.";
        };
    }

    @PostMapping(HOME + "/walk/{step}")
    String walk(
            @PathVariable String step,
            @RequestParam(defaultValue = "") String fine,
            @RequestParam(defaultValue = "") String words,
            Viewer viewer,
            HttpServletResponse response) {
        Step walked = Step.of(step).orElseThrow(MirrorController::nothing);
        try {
            if (!fine.equals("yes") && !fine.equals("no"))
                throw new Refused("fine", "Say whether it is as it should be");
            mirrors.walk(viewer, walked, fine.equals("yes"), words);
            Notices.say(response, Notice.of("“" + walked.title() + "” is walked."));
        } catch (Refused e) {
            Notices.say(response, Notice.of(e.getMessage() + "."));
        }
        return "redirect:" + HOME + "#walk";
    }

    @PostMapping(HOME + "/share")
    String share(Viewer viewer, HttpServletResponse response) {
        mirrors.share(viewer);
        Notices.say(
                response,
                Notice.undoable("Your colleagues see your mirror.", HOME + "/keep-private"));
        return "redirect:" + HOME;
    }

    @PostMapping(HOME + "/keep-private")
    String keepPrivate(Viewer viewer, HttpServletResponse response) {
        mirrors.keepPrivate(viewer);
        Notices.say(response, Notice.of("Your mirror is yours alone."));
        return "redirect:" + HOME;
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
