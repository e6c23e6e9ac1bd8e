package kz.bagalau.worktime.visit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Reference;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.flow.Flows;
import kz.bagalau.rules.monitoring.UnscheduledVisits;
import kz.bagalau.worktime.desk.Desk;

/// The numbers of a body's unscheduled visits in a year (121 ¶11), of all authorities together. One
/// document, so that of two who take the last number at once one does.
///
/// @param visits by number
/// @param standing the document; empty where no number was ever taken
record Numbers(
        String body, int year, TreeMap<Integer, String> visits, Optional<Document> standing) {

    static final String KIND = "unscheduled-visits";

    private static final String NUMBERS = "numbers";

    static Numbers of(Desk desk, String body, int year) {
        Optional<Document> standing = desk.cases().find(new Reference(KIND, body + "." + year));
        TreeMap<Integer, String> visits = new TreeMap<>();
        standing.ifPresent(document ->
                document.content()
                        .path(NUMBERS)
                        .properties()
                        .forEach(entry ->
                                visits.put(
                                        Integer.valueOf(entry.getKey()),
                                        entry.getValue().asText())));
        return new Numbers(body, year, visits, standing);
    }

    UnscheduledVisits taken() {
        return new UnscheduledVisits(visits.keySet());
    }

    /// Gives a number to a visit.
    Change with(Desk desk, Caller caller, int number, String visit) {
        TreeMap<Integer, String> next = new TreeMap<>(visits);
        next.put(number, visit);
        return change(desk, caller, "take-number", next, visit);
    }

    /// Takes back the number of a visit that was cancelled.
    Change without(Desk desk, Caller caller, String visit) {
        TreeMap<Integer, String> next = new TreeMap<>(visits);
        next.values().remove(visit);
        return change(desk, caller, "give-number-back", next, visit);
    }

    private Change change(
            Desk desk,
            Caller caller,
            String event,
            TreeMap<Integer, String> numbers,
            String visit) {
        ObjectNode content = Json.object();
        ObjectNode list = content.putObject(NUMBERS);
        numbers.forEach((number, id) -> list.put(number.toString(), id));
        Document next =
                standing.map(document -> document.next("KEPT", Set.of(), content))
                        .orElseGet(() ->
                                new Document(
                                        new Reference(KIND, body + "." + year),
                                        Flows.VISIT.flow().code(),
                                        Desk.EVERY.name(),
                                        Integer.toString(year),
                                        Set.of(),
                                        "KEPT",
                                        1,
                                        content));
        Act act = new Act(event, caller.subject(), desk.now(), Json.object().put("visit", visit));
        return new Change(next, act, List.of());
    }

    List<String> ids() {
        return List.copyOf(visits.values());
    }
}
