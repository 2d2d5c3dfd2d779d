package app.rapport.post.web;

import app.rapport.ui.Choice;
import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import app.rapport.ui.Wrong;
import java.util.List;

/**
 * How mail leaves: a member's own way and the workspace's.
 *
 * @param mineSet whether it is saved
 * @param wrongMine what is wrong with the member's own way
 */
public record SendingPage(
        SenderForm mine,
        boolean mineSet,
        SenderForm workspace,
        boolean workspaceSet,
        String signature,
        Wrong wrongMine,
        Wrong wrongWorkspace,
        Wrong wrongSignature,
        List<Tab> tabs)
        implements Page {

    public static final List<Choice> SECURITY =
            List.of(
                    new Choice("tls", "TLS, usually port 465"),
                    new Choice("starttls", "STARTTLS, usually port 587"),
                    new Choice("none", "None: on this machine or network only"));

    @Override
    public int status() {
        return wrongMine.any() || wrongWorkspace.any() || wrongSignature.any() ? 422 : 200;
    }
}
