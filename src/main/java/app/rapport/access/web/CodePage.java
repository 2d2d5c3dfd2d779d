package app.rapport.access.web;

import app.rapport.ui.Page;
import app.rapport.ui.Wrong;

/** After the password: the code. */
public record CodePage(String to, Wrong wrong, int status) implements Page {}
