package app.rapport.calls.web;

import app.rapport.calls.FiledCase;
import app.rapport.kernel.MemberId;
import app.rapport.ui.Tab;
import java.util.List;
import java.util.Map;

/**
 * What stands around each page of a business case.
 *
 * @param tab which page
 */
public record CaseHead(FiledCase filed, Map<MemberId, String> members, String tab) {

    /** Whether it is kept already. */
    public boolean kept() {
        return filed.revision() > 0;
    }

    public List<Tab> tabs() {
        return List.of(
                new Tab("Case", filed.path(), -1, tab.isEmpty()),
                new Tab("Shared", filed.path() + "/links", -1, tab.equals("links")),
                new Tab("Versions", filed.path() + "/versions", -1, tab.equals("versions")));
    }

    public String name(MemberId member) {
        return members.getOrDefault(member, "somebody who left");
    }
}
