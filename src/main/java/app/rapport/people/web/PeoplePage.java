package app.rapport.people.web;

import app.rapport.people.PersonCard;
import app.rapport.ui.Page;
import java.util.List;

/**
 * @param next where the next page begins; empty on the last
 */
public record PeoplePage(String q, List<PersonCard> people, long all, long companies, String next)
        implements Page {}
