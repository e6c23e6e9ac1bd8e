package kz.bagalau.reports.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.bagalau.facts.Fact;
import kz.bagalau.lambda.Json;
import kz.bagalau.reports.finding.Finding;

/// What was read in a file.
///
/// @param errors everything for which it is refused; where there are any, nothing else counts
/// @param more how many errors there are besides
/// @param shortcomings what the errors are in the words of ¶24: incorrect, incomplete; none where
///   they are no fault of whoever sent it
/// @param warnings what should be looked at and does not keep the file from being accepted
/// @param values what it says, each with sheet and cell
/// @param excluded how many rows were left out, by the reason; their content is kept nowhere
/// @param aids what a reviewer may want to know and what never becomes points by itself
public record Reading(
        List<Note> errors,
        int more,
        Set<Finding.Kind> shortcomings,
        List<Note> warnings,
        List<Fact> values,
        Map<String, Integer> excluded,
        ObjectNode aids) {

    /// A file that is refused for what it is, whatever stands in it.
    public static Reading refused(Note error) {
        return new Reading(
                List.of(error),
                0,
                Set.of(Finding.Kind.INCORRECT),
                List.of(),
                List.of(),
                Map.of(),
                Json.object());
    }

    /// A file that could not be read through no fault of whoever sent it, and has to be sent again.
    public static Reading failed(Note why) {
        return new Reading(
                List.of(why), 0, Set.of(), List.of(), List.of(), Map.of(), Json.object());
    }

    /// What it makes of its report.
    public Report.State outcome() {
        if (errors.isEmpty()) {
            return Report.State.ACCEPTED;
        }
        return shortcomings.isEmpty() ? Report.State.FAILED : Report.State.REJECTED;
    }
}
