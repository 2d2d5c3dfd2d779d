package app.rapport.agenda.web;

import java.time.Instant;
import java.util.Optional;

/**
 * An item of Today in one line.
 *
 * @param answer begins an answer in the reader's own mail program
 * @param today opens Today at the item
 */
public record OpenNowView(
        int level,
        String words,
        Instant since,
        String why,
        String firstStep,
        Optional<String> mail,
        Optional<String> answer,
        String today) {}
