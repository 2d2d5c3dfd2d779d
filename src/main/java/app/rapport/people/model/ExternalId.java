package app.rapport.people.model;

/**
 * A record's id in the system that wrote a file.
 *
 * @param scope within which the id is one record's: a program, a layout or one import
 */
public record ExternalId(String scope, String id) {
    String key() {
        return "id " + scope + "|" + id;
    }
}
