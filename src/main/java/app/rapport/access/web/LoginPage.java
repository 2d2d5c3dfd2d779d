package app.rapport.access.web;

import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import java.util.Optional;

/**
 * @param to where the person wanted to go
 * @param fresh nobody can log in yet: the server has no workspace
 * @param way without a password, where there is one
 */
public record LoginPage(
        String email, String to, Wrong wrong, boolean fresh, Optional<WayIn> way, int status)
        implements Page {}
