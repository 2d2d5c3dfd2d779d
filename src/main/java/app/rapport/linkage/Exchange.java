package app.rapport.linkage;

import java.util.ArrayList;
import java.util.List;

/** Two columns of words, at most one between them, that may have been filled the wrong way. */
record Exchange(int first, int second) {

    static List<Exchange> among(List<Column> columns) {
        List<Exchange> found = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++)
            for (int j = i + 1; j <= Math.min(i + 2, columns.size() - 1); j++)
                if (words(columns.get(i)) && words(columns.get(j))) found.add(new Exchange(i, j));
        return found;
    }

    private static boolean words(Column column) {
        return column.kind() == ColumnKind.NAME || column.kind() == ColumnKind.TEXT;
    }
}
