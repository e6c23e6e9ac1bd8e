package kz.bagalau.arrangements.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.bagalau.arrangements.Arrangement;
import kz.bagalau.arrangements.Arrangement.Held;
import kz.bagalau.arrangements.HoursJson;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.workmode.FlexibleTerm;
import kz.bagalau.rules.workmode.RecallTerm;
import kz.bagalau.rules.workmode.RemoteAct;
import kz.bagalau.rules.workmode.RemoteDays;
import kz.bagalau.rules.workmode.RemoteTerm;
import kz.bagalau.rules.workmode.Term;

/// The people of a shelf as JSON.
final class ArrangementJson {

    private ArrangementJson() {}

    static String write(Collection<Arrangement> people) {
        ArrayNode all = Json.object().putArray("people");
        for (Arrangement one : people) {
            ObjectNode json = all.addObject().put("employee", one.employee());
            one.flexible().forEach(held -> json.withArray("flexible").add(flexible(held)));
            one.remote().forEach(held -> json.withArray("remote").add(remote(held)));
            one.recalls().forEach(held -> json.withArray("recalls").add(recall(held)));
        }
        return Json.write(all);
    }

    static Map<String, Arrangement> read(String text) {
        return Json.read(text)
                .valueStream()
                .map(json ->
                        new Arrangement(
                                json.path("employee").asText(),
                                held(json, "flexible", ArrangementJson::flexible),
                                held(json, "remote", ArrangementJson::remote),
                                held(json, "recalls", ArrangementJson::recall)))
                .collect(Collectors.toMap(Arrangement::employee, Function.identity()));
    }

    private static <T> List<Held<T>> held(JsonNode json, String field, Function<JsonNode, T> term) {
        return json.path(field)
                .valueStream()
                .map(one -> new Held<>(one.path("act").asText(), term.apply(one)))
                .toList();
    }

    private static ObjectNode term(String act, Term term) {
        return Json.object()
                .put("act", act)
                .put("number", term.act())
                .put("from", term.from().toString())
                .put("to", term.lastDay().toString());
    }

    private static Term term(JsonNode json) {
        return new Term(json.path("number").asText(), day(json, "from"), day(json, "to"));
    }

    private static ObjectNode flexible(Held<FlexibleTerm> held) {
        return HoursJson.write(term(held.act(), held.term().term()), held.term().hours());
    }

    private static FlexibleTerm flexible(JsonNode json) {
        return new FlexibleTerm(term(json), HoursJson.read(json));
    }

    private static ObjectNode remote(Held<RemoteTerm> held) {
        ObjectNode json =
                term(held.act(), held.term().term()).put("kind", held.term().kind().name());
        held.term()
                .days()
                .ifPresent(days -> {
                    ArrayNode weekdays = json.putArray("weekdays");
                    days.weekdays().stream().sorted().forEach(day -> weekdays.add(day.name()));
                    ArrayNode dates = json.putArray("dates");
                    days.dates().stream().sorted().forEach(day -> dates.add(day.toString()));
                });
        return json;
    }

    private static RemoteTerm remote(JsonNode json) {
        Optional<RemoteDays> days =
                json.has("weekdays")
                        ? Optional.of(
                                new RemoteDays(
                                        json.path("weekdays")
                                                .valueStream()
                                                .map(day -> DayOfWeek.valueOf(day.asText()))
                                                .collect(Collectors.toSet()),
                                        json.path("dates")
                                                .valueStream()
                                                .map(day -> LocalDate.parse(day.asText()))
                                                .collect(Collectors.toSet())))
                        : Optional.empty();
        return new RemoteTerm(term(json), RemoteAct.Kind.valueOf(json.path("kind").asText()), days);
    }

    private static ObjectNode recall(Held<RecallTerm> held) {
        RecallTerm term = held.term();
        ObjectNode json =
                Json.object()
                        .put("act", held.act())
                        .put("id", term.id())
                        .put("from", term.from().toString());
        term.returned().ifPresent(day -> json.put("returned", day.toString()));
        return json;
    }

    private static RecallTerm recall(JsonNode json) {
        return new RecallTerm(
                json.path("id").asText(),
                day(json, "from"),
                json.has("returned") ? Optional.of(day(json, "returned")) : Optional.empty());
    }

    private static LocalDate day(JsonNode json, String field) {
        return LocalDate.parse(json.path(field).asText());
    }
}
