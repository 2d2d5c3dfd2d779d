package app.rapport.people.web;

import app.rapport.kernel.LastTalk.Talk;
import app.rapport.people.Account;
import app.rapport.people.AccountLine;
import app.rapport.people.PersonCard;
import app.rapport.people.Tie;
import app.rapport.ui.Page;
import app.rapport.ui.Parts.Part;
import java.util.List;

/**
 * A company and the sum of its people: the head and people are ours, the parts come from the rooms.
 */
public record AccountPage(
        Account account,
        String owner,
        List<Worker> people,
        List<Tie> ties,
        List<AccountLine> children,
        List<Part> banner,
        List<Part> main,
        List<Part> aside)
        implements Page {

    /** Somebody who works there, and when we last talked. */
    public record Worker(PersonCard card, Talk talk) {}
}
