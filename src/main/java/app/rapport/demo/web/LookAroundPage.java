package app.rapport.demo.web;

import app.rapport.access.Member;
import app.rapport.ui.Page;
import java.util.List;
import java.util.OptionalInt;

/**
 * The door into the made-up firm.
 *
 * @param percent how far it is while it is being made
 * @param sellers as whom one can look around; nobody while there is no firm
 */
public record LookAroundPage(String token, OptionalInt percent, List<Member> sellers)
        implements Page {
    public LookAroundPage {
        sellers = List.copyOf(sellers);
    }
}
