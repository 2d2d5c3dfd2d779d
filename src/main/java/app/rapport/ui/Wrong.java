package app.rapport.ui;

/** What is wrong with a form: at most one field is named at a time. */
public record Wrong(String field, String message) {
    public static final Wrong NOTHING = new Wrong("", "");

    public boolean at(String name) {
        return field.equals(name);
    }

    public boolean any() {
        return !message.isEmpty();
    }
}
