package app.rapport.conversations;

/** From whom a touch came: you, your house, or the other side; a meeting comes from both. */
public enum Side {
    YOU,
    US,
    THEM,
    BOTH;

    public boolean ours() {
        return this == YOU || this == US;
    }
}
