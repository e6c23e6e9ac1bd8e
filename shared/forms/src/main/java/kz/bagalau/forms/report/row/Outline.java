package kz.bagalau.forms.report.row;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Chooses, where the numbers of rows may mean several things, what makes the most of an outline of
/// them all together.
final class Outline {

    /// @param number empty where the row has none
    /// @param sure whether nothing else would do as well
    record Choice(Optional<OutlineNumber> number, boolean sure) {

        static final Choice NONE = new Choice(Optional.empty(), true);
    }

    private Outline() {}

    /// @param readings of each row, from the top; none where a row has no number
    static List<Choice> of(List<List<OutlineNumber>> readings) {
        List<List<OutlineNumber>> numbered = readings.stream().filter(r -> !r.isEmpty()).toList();
        int[][] down = distances(numbered, false);
        int[][] up = distances(numbered, true);
        List<Choice> choices = new ArrayList<>();
        int at = 0;
        for (List<OutlineNumber> row : readings) {
            if (row.isEmpty()) {
                choices.add(Choice.NONE);
            } else {
                choices.add(best(row, down[at], up[numbered.size() - 1 - at]));
                at++;
            }
        }
        return choices;
    }

    private static Choice best(List<OutlineNumber> row, int[] above, int[] below) {
        int best = 0;
        int equal = 0;
        for (int i = 0; i < row.size(); i++) {
            int order = Integer.compare(above[i] + below[i], above[best] + below[best]);
            if (order < 0) {
                best = i;
                equal = 1;
            } else if (order == 0) {
                equal++;
            }
        }
        return new Choice(Optional.of(row.get(best)), equal == 1);
    }

    /// The least distance from the first row to each reading of each row, or from the last.
    private static int[][] distances(List<List<OutlineNumber>> rows, boolean fromBelow) {
        List<List<OutlineNumber>> ordered = new ArrayList<>(rows);
        if (fromBelow) {
            Collections.reverse(ordered);
        }
        int[][] distances = new int[ordered.size()][];
        for (int row = 0; row < ordered.size(); row++) {
            List<OutlineNumber> readings = ordered.get(row);
            distances[row] = new int[readings.size()];
            for (int i = 0; i < readings.size(); i++) {
                OutlineNumber number = readings.get(i);
                if (row == 0) {
                    distances[row][i] = fromBelow ? 0 : number.distanceFromStart();
                    continue;
                }
                int least = Integer.MAX_VALUE;
                List<OutlineNumber> previous = ordered.get(row - 1);
                for (int j = 0; j < previous.size(); j++) {
                    int step =
                            fromBelow
                                    ? previous.get(j).distance(number)
                                    : number.distance(previous.get(j));
                    least = Math.min(least, distances[row - 1][j] + step);
                }
                distances[row][i] = least;
            }
        }
        return distances;
    }
}
