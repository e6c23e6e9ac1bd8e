package kz.bagalau.kpi.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.http.CaseProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Problem;

/// Entries of cases of the past, whose steps bear the days on which they were taken. A live step is
/// taken on the day on which it is entered.
public final class Archive {

    /// The day of the last step.
    private static final String LAST = "lastStep";

    private Archive() {}

    public static boolean isEntry(ObjectNode content) {
        return content.has("archive");
    }

    public static boolean isEntry(Document document) {
        return isEntry(document.content());
    }

    /// The day of a step: the field `on` of an entry, which a live step does not have.
    public static LocalDate day(Input input, boolean entry, LocalDate today) {
        if (!entry) {
            return today;
        }
        LocalDate on = input.date("on");
        if (on.isAfter(today)) {
            input.error("on", CaseProblem.IN_FUTURE, on.toString());
        }
        return on;
    }

    /// What is asked for, with the day where it was given.
    public static ObjectNode asked(ObjectNode asked, boolean entry, LocalDate day) {
        return entry ? asked.put("on", day.toString()) : asked;
    }

    /// The problem of a step that was taken before the one it follows.
    public static Optional<Problem> outOfOrder(Document seen, LocalDate day, String field) {
        String last = seen.content().path(LAST).asText("");
        return last.isEmpty() || !day.isBefore(LocalDate.parse(last))
                ? Optional.empty()
                : Optional.of(
                        Problem.invalid(
                                List.of(
                                        new Problem.Error(
                                                "/" + field, CaseProblem.OUT_OF_ORDER, last))));
    }

    /// The later of a day and the last step's: some things are entered after others that followed.
    public static LocalDate later(Document seen, LocalDate day) {
        String last = seen.content().path(LAST).asText("");
        return last.isEmpty() || LocalDate.parse(last).isBefore(day) ? day : LocalDate.parse(last);
    }

    public static ObjectNode took(ObjectNode content, LocalDate day) {
        return content.put(LAST, day.toString());
    }

    public static ObjectNode withoutLast(ObjectNode content) {
        content.remove(LAST);
        return content;
    }
}
