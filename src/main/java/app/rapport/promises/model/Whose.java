package app.rapport.promises.model;

/** Whose tasks: those that one keeps, or those that one gave to others. */
public enum Whose {
    MINE,
    GIVEN
}
