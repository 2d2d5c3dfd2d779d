package app.rapport.access.web;

import app.rapport.access.Tokens.Token;
import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import app.rapport.ui.Wrong;
import java.util.List;

/**
 * Keys to the API.
 *
 * @param created a new token, shown this once; empty otherwise
 */
public record TokensPage(List<Token> tokens, String created, List<Tab> tabs, Wrong wrong)
        implements Page {

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
