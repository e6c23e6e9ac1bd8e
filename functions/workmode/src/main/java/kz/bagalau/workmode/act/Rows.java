package kz.bagalau.workmode.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.bagalau.cases.Document;
import kz.bagalau.rules.workmode.Term;

/// The employees of an act, each with a state and a term of their own: `employee`, `state`, `from`,
/// `to` (as it stands after everything that has happened) and what the kind of act gives.
public final class Rows {

    public static final String EMPLOYEES = "employees";
    public static final String EMPLOYEE = "employee";
    public static final String STATE = "state";
    public static final String FROM = "from";
    public static final String TO = "to";
    public static final String ACTIVE = "ACTIVE";
    public static final String EXTENDED = "EXTENDED";
    static final String ANNULLED = "ANNULLED";
    private static final String EXPIRED = "EXPIRED";

    private Rows() {}

    public static List<ObjectNode> of(ObjectNode content) {
        return content.path(EMPLOYEES).valueStream().map(ObjectNode.class::cast).toList();
    }

    public static Optional<ObjectNode> of(ObjectNode content, String employee) {
        return of(content).stream()
                .filter(row -> row.path(EMPLOYEE).asText().equals(employee))
                .findFirst();
    }

    public static String employee(JsonNode row) {
        return row.path(EMPLOYEE).asText();
    }

    public static String state(JsonNode row) {
        return row.path(STATE).asText();
    }

    public static LocalDate day(JsonNode json, String field) {
        return LocalDate.parse(json.path(field).asText());
    }

    /// The term that an act now gives; of an annulled one no day.
    public static Term term(Document act, JsonNode row) {
        LocalDate from = day(row, FROM);
        return new Term(
                act.content().path("number").asText(),
                from,
                state(row).equals(ANNULLED) ? from.minusDays(1) : day(row, TO));
    }

    /// The state as its readers see it: what nobody has ended ends by itself.
    static String shownState(JsonNode row, LocalDate today) {
        String state = state(row);
        boolean open = state.equals(ACTIVE) || state.equals(EXTENDED);
        return open && day(row, TO).isBefore(today) ? EXPIRED : state;
    }

    /// The state of the act: of the first employee for whom it goes on, else of the last one.
    public static String stateOf(ObjectNode content) {
        List<String> states = of(content).stream().map(Rows::state).toList();
        return List.of(ACTIVE, EXTENDED).stream()
                .filter(states::contains)
                .findFirst()
                .orElse(states.getLast());
    }

    public static void add(ObjectNode row, String list, ObjectNode entry) {
        ArrayNode entries = row.withArray("/" + list);
        entries.add(entry);
    }
}
