package app.rapport.demo.web;

import app.rapport.ui.Page;

/**
 * After the made-up firm is removed.
 *
 * @param claimed whether the server is somebody's
 */
public record MadeUpGonePage(boolean claimed) implements Page {}
