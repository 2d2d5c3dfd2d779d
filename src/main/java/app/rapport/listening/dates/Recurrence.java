package app.rapport.listening.dates;

/** How often something is to be done again. */
public enum Recurrence {
    WORKING_DAY,
    WEEK,
    MONTH,
    YEAR
}
