package app.rapport.access.web;

import app.rapport.access.Member;
import app.rapport.ui.Choice;
import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import app.rapport.ui.Wrong;
import java.util.List;

/** What a member may change about themselves. */
public record ProfilePage(
        Member member,
        List<String> addresses,
        List<Choice> zones,
        List<Choice> locales,
        List<Tab> tabs,
        Wrong wrong)
        implements Page {

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
