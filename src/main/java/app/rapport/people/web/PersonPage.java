package app.rapport.people.web;

import app.rapport.people.PersonCard;
import app.rapport.ui.Page;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;

/** Who somebody is and the story so far: the head is ours, the parts come from the rooms. */
public record PersonPage(
        PersonCard person,
        List<Content> banner,
        List<Content> main,
        List<Content> aside,
        Optional<String> writeHref)
        implements Page {}
