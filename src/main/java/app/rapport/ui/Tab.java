package app.rapport.ui;

/**
 * One tab.
 *
 * @param count shown beside the title; negative shows none
 */
public record Tab(String title, String href, int count, boolean current) {}
