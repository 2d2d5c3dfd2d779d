package app.rapport.people.web;

import app.rapport.ui.Page;
import app.rapport.ui.Wrong;

/** Somebody new, in five fields. */
public record NewPersonPage(PartyForm form, Wrong wrong) implements Page {

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
