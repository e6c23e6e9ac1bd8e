package kz.bagalau.appraisal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Who sees what of an appraisal, in which state (No. 245, ¶13). Whoever has no part in a case sees
/// nothing of it, whatever their roles: personnel services and officials of other bodies are no
/// part. Who has several parts sees what any of them sees; whom the case is about sees it as that
/// only.
final class Confidentiality {

    /// The employee receives the result when it is published (¶9). Before that, and where there is
    /// no assessment, only the state is theirs to see. A case that is not assessed has no assessor.
    // DOUBT: ¶13 does not name the members of a session, read as service necessity from their
    // approval until the session's score is final; during an appeal they have no part any more.
    private static final Map<String, Map<Part, View>> TABLE =
            read(
                    """
                             | CHECKING | NOT_ASSESSED | WITH_ASSESSOR | SCORED | PUBLISHED | CAL_REQUESTED | CAL_ORDERED | CAL_HELD | CAL_DECIDED | FINAL | UNDER_APPEAL
                    EMPLOYEE | state    | state        | state         | state  | all       | all           | all         | all      | all         | all   | all
                    ASSESSOR | all      | .            | all           | all    | all       | all           | all         | all      | all         | all   | all
                    MEMBER   | .        | .            | .             | .      | .         | .             | all         | all      | all         | all   | .
                    HR       | all      | all          | all           | all    | all       | all           | all         | all      | all         | all   | all
                    HEAD     | all      | all          | all           | all    | all       | all           | all         | all      | all         | all   | all
                    """);

    private Confidentiality() {}

    /// Throws [IllegalArgumentException] for a state that the table does not name.
    static View of(Set<Part> parts, String state) {
        Map<Part, View> column = TABLE.get(state);
        if (column == null) {
            throw new IllegalArgumentException("the table has no state " + state);
        }
        return parts.stream().map(column::get).max(View::compareTo).orElse(View.NONE);
    }

    private static Map<String, Map<Part, View>> read(String table) {
        List<List<String>> rows =
                table.lines()
                        .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                        .toList();
        Map<String, Map<Part, View>> views = new HashMap<>();
        List<String> states = rows.getFirst();
        for (int i = 1; i < states.size(); i++) {
            Map<Part, View> column = new HashMap<>();
            for (List<String> row : rows.subList(1, rows.size())) {
                column.put(Part.valueOf(row.getFirst()), view(row.get(i)));
            }
            views.put(states.get(i), column);
        }
        return views;
    }

    private static View view(String cell) {
        return cell.equals(".") ? View.NONE : View.valueOf(cell.toUpperCase(Locale.ROOT));
    }
}
