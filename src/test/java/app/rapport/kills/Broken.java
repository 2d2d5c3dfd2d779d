package app.rapport.kills;

/** What must not be. */
final class Broken extends Exception {
    private static final long serialVersionUID = 1;

    Broken(String what) {
        super(what);
    }
}
