package app.rapport.people.web;

import app.rapport.kernel.WritingDesk.Desk;
import app.rapport.people.PersonCard;
import app.rapport.ui.Page;
import app.rapport.ui.Parts.Part;
import java.util.List;
import java.util.Optional;

/** Who somebody is and the story so far: the head is ours, the parts come from the rooms. */
public record PersonPage(
        PersonCard person,
        List<Part> banner,
        List<Part> main,
        List<Part> aside,
        Optional<Desk> desk)
        implements Page {}
