package kz.bagalau.kpi.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import kz.bagalau.rules.appraisal.Grade;

/// What a sheet says, as far as its course depends on it.
public final class SheetContent {

    private SheetContent() {}

    /// What the Commission has decided, unless it was cancelled: a copy that shares the content's
    /// nodes, so that what is written into it stands in the content.
    public static Optional<ObjectNode> decision(ObjectNode content) {
        JsonNode rounds = content.path("rounds");
        return rounds.isEmpty()
                ? Optional.empty()
                : Optional.of((ObjectNode) rounds.get(rounds.size() - 1))
                        .filter(last -> !last.has("cancelled"));
    }

    /// ¶67: whether the employee was informed of what stands.
    public static boolean informed(ObjectNode content) {
        return decision(content)
                .filter(decision -> !decision.path("notices").isEmpty())
                .isPresent();
    }

    /// The result of the direct manager's sheet; empty while a row is open.
    public static Optional<Grade> grade(ObjectNode content) {
        return content.has("grade")
                ? Optional.of(Grade.valueOf(content.path("grade").asText()))
                : Optional.empty();
    }

    /// The day since which the sheet stands before the Commission: on which it was passed on, or
    /// the day of the act that cancelled the last decision.
    public static Optional<LocalDate> atCommissionSince(ObjectNode content) {
        JsonNode rounds = content.path("rounds");
        JsonNode cancelled =
                rounds.isEmpty() ? rounds : rounds.get(rounds.size() - 1).path("cancelled");
        return Stream.of(
                        content.path("passedOn"),
                        cancelled.at("/order/date"),
                        cancelled.at("/judgment/date"))
                .filter(JsonNode::isTextual)
                .map(day -> LocalDate.parse(day.asText()))
                .max(Comparator.naturalOrder());
    }

    public static LocalDate decidedOn(ObjectNode decision) {
        return LocalDate.parse(decision.path("heldOn").asText());
    }

    /// The appeal that was filed last.
    public static Optional<ObjectNode> lastAppeal(ObjectNode content) {
        JsonNode appeals = content.path("appeals");
        return appeals.isEmpty()
                ? Optional.empty()
                : Optional.of((ObjectNode) appeals.get(appeals.size() - 1));
    }

    public static Optional<ObjectNode> appeal(ObjectNode content, String id) {
        for (JsonNode appeal : content.path("appeals")) {
            if (appeal.path("id").asText().equals(id)) {
                return Optional.of((ObjectNode) appeal);
            }
        }
        return Optional.empty();
    }
}
