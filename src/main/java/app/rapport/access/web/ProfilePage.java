package app.rapport.access.web;

import app.rapport.access.MailSharing;
import app.rapport.access.Member;
import app.rapport.ui.Choice;
import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import app.rapport.ui.Wrong;
import java.util.List;

/**
 * What a member may change about themselves.
 *
 * @param todayMail whether their Today comes by mail
 * @param mailSet whether the workspace has a server by which it could
 */
public record ProfilePage(
        Member member,
        List<String> addresses,
        MailSharing sharing,
        List<String> privateAddresses,
        List<Choice> zones,
        List<Choice> locales,
        boolean todayMail,
        boolean mailSet,
        List<Tab> tabs,
        Wrong wrong)
        implements Page {

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
