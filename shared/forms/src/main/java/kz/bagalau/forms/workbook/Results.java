package kz.bagalau.forms.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.bagalau.forms.workbook.cell.Reference;

/// The areas of a sheet that one formula fills: array formulas and data tables. Only the first cell
/// of such an area names the formula. Rows are asked about from top to bottom.
final class Results {

    private static final Pattern AREA =
            Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?([A-Z]{1,3})\\$?(\\d{1,7})");

    /// Beyond so many areas at once they are taken together.
    private static final int MOST = 1_000;

    private record Span(int left, int right, int bottom) {}

    private final List<Span> spans = new ArrayList<>();

    /// @param reference such as `B2:B9`; one that names no area adds none
    void add(String reference) {
        Matcher area = AREA.matcher(reference);
        if (!area.matches()) {
            return;
        }
        Span span =
                new Span(
                        Reference.column(area.group(1)),
                        Reference.column(area.group(3)),
                        Integer.parseInt(area.group(4)));
        if (spans.size() < MOST) {
            spans.add(span);
        } else {
            Span last = spans.removeLast();
            spans.add(
                    new Span(
                            Math.min(last.left(), span.left()),
                            Math.max(last.right(), span.right()),
                            Math.max(last.bottom(), span.bottom())));
        }
    }

    /// Leaves behind the areas above a row.
    void startRow(int row) {
        spans.removeIf(span -> span.bottom() < row);
    }

    /// Whether a cell of the current row lies in an area.
    boolean contain(int column) {
        return spans.stream().anyMatch(span -> column >= span.left() && column <= span.right());
    }
}
