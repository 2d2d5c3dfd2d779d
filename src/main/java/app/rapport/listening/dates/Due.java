package app.rapport.listening.dates;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * Until when something is to be done: until the end of a day, or until a moment of it.
 *
 * @param start place in the text, inclusive
 * @param end exclusive
 */
public record Due(LocalDate day, Optional<LocalTime> time, int start, int end) {}
