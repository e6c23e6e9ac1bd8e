package kz.bagalau.forms.conclusion;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// One direction's table with what stands around it, in one language.
///
/// @param sheet the short name of the direction
/// @param appendix whose form it is, at the head of the page
/// @param subject body, period, kind and number of the run, a line each
/// @param withMaxima whether the rows have a column with the highest points
/// @param warning that the overall score is incomplete; empty where it is complete
/// @param remarks what explains the table itself: rows without points, the penalty
/// @param notes what can be read after it: how sums came about, other readings
/// @param analysis the free text; empty where it is left to be written
record Form(
        String sheet,
        String appendix,
        String title,
        List<String> subject,
        boolean withMaxima,
        List<Row> rows,
        Row overall,
        String warning,
        List<Remark> remarks,
        List<String> notes,
        String analysisHeading,
        String analysis) {

    /// @param criterion whether it adds up the rows below it
    record Row(
            String number,
            String name,
            Optional<BigDecimal> maximum,
            Points points,
            boolean criterion) {}

    /// @param deduction whether it names what is taken away
    record Remark(String text, boolean deduction) {}

    /// Points, or the words that stand where there are none.
    sealed interface Points {

        record Are(BigDecimal points) implements Points {}

        /// Whether they take away.
        default boolean less() {
            return this instanceof Are(var points) && points.signum() < 0;
        }

        record AreNot(String why) implements Points {}
    }
}
