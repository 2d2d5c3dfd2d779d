package app.rapport.linkage;

import java.util.ArrayList;
import java.util.List;

/** Two columns of one kind that stand beside each other and may have been filled the wrong way. */
record Exchange(int first, int second) {

    static List<Exchange> among(List<Column> columns) {
        List<Exchange> found = new ArrayList<>();
        for (int i = 0; i + 1 < columns.size(); i++) {
            ColumnKind kind = columns.get(i).kind();
            boolean words = kind == ColumnKind.NAME || kind == ColumnKind.TEXT;
            if (words && kind == columns.get(i + 1).kind()) found.add(new Exchange(i, i + 1));
        }
        return found;
    }
}
