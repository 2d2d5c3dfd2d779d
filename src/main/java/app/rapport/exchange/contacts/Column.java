package app.rapport.exchange.contacts;

/**
 * What one column of a table is taken for.
 *
 * @param index from 0
 * @param header as it stands in the file; "Column 3" where the file has no header
 * @param label "work", "home", "mobile" …, may be empty
 * @param group columns of one group belong together: the parts of one postal address, a value and
 *     its label
 * @param confidence 0 to 1: 0.95 the header says so, 0.6 its words hint at it or its values look
 *     so, 0 nothing does
 */
public record Column(
        int index, String header, Field field, String label, String group, double confidence) {

    Column as(Field other, double sure) {
        return new Column(index, header, other, label, group, sure);
    }

    Column labelled(String other) {
        return new Column(index, header, field, other, group, confidence);
    }
}
