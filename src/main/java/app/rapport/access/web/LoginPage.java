package app.rapport.access.web;

import app.rapport.ui.Page;
import app.rapport.ui.Wrong;

/**
 * @param to where the person wanted to go
 * @param fresh nobody can log in yet: the server has no workspace
 */
public record LoginPage(String email, String to, Wrong wrong, boolean fresh, int status)
        implements Page {}
