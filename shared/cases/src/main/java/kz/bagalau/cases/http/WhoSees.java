package kz.bagalau.cases.http;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Who sees how much of a document in which state, read from a table with a row for each part and a
/// column for each state. A cell is the view's name in small letters; a point is the least view.
///
/// @param <P> the part that somebody has in the document
/// @param <V> the views, from the least to the most
public final class WhoSees<P extends Enum<P>, V extends Enum<V>> {

    private final Map<String, Map<P, V>> columns = new HashMap<>();
    private final V least;

    private WhoSees(V least) {
        this.least = least;
    }

    /// Throws [IllegalArgumentException] for a part or a view that is none.
    public static <P extends Enum<P>, V extends Enum<V>> WhoSees<P, V> read(
            Class<P> parts, Class<V> views, String table) {
        List<List<String>> rows =
                table.lines()
                        .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                        .toList();
        WhoSees<P, V> read = new WhoSees<>(views.getEnumConstants()[0]);
        List<String> states = rows.getFirst();
        for (int i = 1; i < states.size(); i++) {
            Map<P, V> column = new EnumMap<>(parts);
            for (List<String> row : rows.subList(1, rows.size())) {
                column.put(Enum.valueOf(parts, row.getFirst()), read.view(views, row.get(i)));
            }
            read.columns.put(states.get(i), column);
        }
        return read;
    }

    private V view(Class<V> views, String cell) {
        return cell.equals(".") ? least : Enum.valueOf(views, cell.toUpperCase(Locale.ROOT));
    }

    /// The most that any of the parts sees; the least view for no part. Throws
    /// [IllegalArgumentException] for a state that the table does not name.
    public V most(Set<P> parts, String state) {
        Map<P, V> column = columns.get(state);
        if (column == null) {
            throw new IllegalArgumentException("the table has no state " + state);
        }
        return parts.stream()
                .map(part -> column.getOrDefault(part, least))
                .max(Enum::compareTo)
                .orElse(least);
    }
}
