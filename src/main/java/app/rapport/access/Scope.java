package app.rapport.access;

import app.rapport.kernel.Right;

/** How far a token reaches into what its member may. */
public enum Scope {
    READ("read"),
    WRITE("write");

    private final String key;

    Scope(String key) {
        this.key = key;
    }

    /** As it is stored and typed. */
    public String key() {
        return key;
    }

    public boolean covers(Right right) {
        return this == WRITE || !right.changes();
    }

    /**
     * @throws Refused when it is neither
     */
    public static Scope of(String key) {
        for (Scope scope : values()) if (scope.key.equals(key)) return scope;
        throw new Refused("scope", "Choose read or write");
    }
}
