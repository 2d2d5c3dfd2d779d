package app.rapport.demo.web;

import app.rapport.ui.Page;

/** Asks before the made-up firm goes. */
public record RemoveMadeUpPage(String firm) implements Page {}
