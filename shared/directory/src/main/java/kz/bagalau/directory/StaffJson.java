package kz.bagalau.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.calendar.WorkWeek;
import kz.bagalau.rules.staff.Absence;
import kz.bagalau.rules.staff.ApparatusDecision;
import kz.bagalau.rules.staff.Appointment;
import kz.bagalau.rules.staff.Category;
import kz.bagalau.rules.staff.Employee;
import kz.bagalau.rules.staff.FullName;
import kz.bagalau.rules.staff.Order;
import kz.bagalau.rules.staff.SecondedPlace;
import kz.bagalau.rules.staff.Secondment;
import kz.bagalau.rules.staff.Span;
import kz.bagalau.rules.staff.Substitution;
import kz.bagalau.rules.staff.Title;
import kz.bagalau.rules.staff.Unit;

/// The records of a staff as JSON, as the routes show them and the store keeps them. Reading takes
/// only what was written here; requests are read by forms.
public final class StaffJson {

    /// The names of working weeks: `5x2` and `6x1`.
    public static final String FIVE_DAYS = "5x2";

    public static final String SIX_DAYS = "6x1";

    private StaffJson() {}

    public static ObjectNode write(Unit unit) {
        ObjectNode json = Json.object().put("id", unit.id());
        json.set("name", title(unit.name()));
        unit.parent().ifPresent(parent -> json.put("parent", parent));
        unit.head().ifPresent(head -> json.put("head", head.code()));
        return json;
    }

    public static Unit unit(JsonNode json) {
        return new Unit(
                json.path("id").asText(),
                title(json.path("name")),
                text(json, "parent"),
                text(json, "head").map(Category::new));
    }

    public static ObjectNode write(Employee person) {
        ObjectNode json = Json.object().put("id", person.id()).put("name", person.name());
        person.names()
                .ifPresent(names -> {
                    ObjectNode full =
                            json.putObject("names")
                                    .put("last", names.last())
                                    .put("first", names.first());
                    names.patronymic().ifPresent(patronymic -> full.put("patronymic", patronymic));
                });
        person.email().ifPresent(email -> json.put("email", email));
        person.mobile().ifPresent(mobile -> json.put("mobile", mobile));
        json.put("week", person.week() == WorkWeek.FIVE_DAYS ? FIVE_DAYS : SIX_DAYS);
        ArrayNode appointments = json.putArray("appointments");
        person.appointments().forEach(held -> appointments.add(write(held)));
        ArrayNode absences = json.putArray("absences");
        person.absences()
                .forEach(absence ->
                        absences.addObject()
                                .put("kind", absence.kind().name())
                                .put("from", absence.from().toString())
                                .put("to", absence.to().toString()));
        ArrayNode secondments = json.putArray("secondments");
        person.secondments()
                .forEach(sent -> {
                    ObjectNode one = secondments.addObject().put("to", sent.to());
                    span(one, sent.span(), "until");
                });
        return json;
    }

    public static ObjectNode write(Appointment held) {
        ObjectNode json = Json.object().put("unit", held.unit());
        json.set("position", title(held.position()));
        held.category().ifPresent(category -> json.put("category", category.code()));
        json.put("leading", held.leading())
                .put("unitHead", held.unitHead())
                .put("firstHead", held.firstHead())
                .put("apparatusHead", held.apparatusHead());
        held.manager().ifPresent(manager -> json.put("manager", manager));
        held.higherManager().ifPresent(higher -> json.put("higherManager", higher));
        json.put("kind", held.kind().name());
        span(json, held.span(), "to");
        held.end().ifPresent(end -> json.put("end", end.name()));
        return json;
    }

    public static Employee employee(JsonNode json) {
        return new Employee(
                json.path("id").asText(),
                json.path("name").asText(),
                json.has("names") ? Optional.of(names(json.path("names"))) : Optional.empty(),
                text(json, "email"),
                text(json, "mobile"),
                json.path("week").asText().equals(FIVE_DAYS)
                        ? WorkWeek.FIVE_DAYS
                        : WorkWeek.SIX_DAYS,
                json.path("appointments").valueStream().map(StaffJson::appointment).toList(),
                json.path("absences")
                        .valueStream()
                        .map(absence ->
                                new Absence(
                                        Absence.Kind.valueOf(absence.path("kind").asText()),
                                        day(absence, "from"),
                                        day(absence, "to")))
                        .toList(),
                json.path("secondments")
                        .valueStream()
                        .map(sent -> new Secondment(sent.path("to").asText(), span(sent, "until")))
                        .toList());
    }

    private static FullName names(JsonNode json) {
        return new FullName(
                json.path("last").asText(), json.path("first").asText(), text(json, "patronymic"));
    }

    private static Appointment appointment(JsonNode json) {
        return new Appointment(
                json.path("unit").asText(),
                title(json.path("position")),
                text(json, "category").map(Category::new),
                json.path("leading").asBoolean(),
                json.path("unitHead").asBoolean(),
                json.path("firstHead").asBoolean(),
                json.path("apparatusHead").asBoolean(),
                text(json, "manager"),
                text(json, "higherManager"),
                Appointment.Kind.valueOf(json.path("kind").asText()),
                span(json, "to"),
                text(json, "end").map(Appointment.End::valueOf));
    }

    public static ObjectNode write(SecondedPlace place) {
        return Json.object()
                .put("unit", place.unit())
                .put("manager", place.manager())
                .put("leading", place.leading())
                .put("unitHead", place.unitHead());
    }

    public static SecondedPlace place(JsonNode json) {
        return new SecondedPlace(
                json.path("unit").asText(),
                json.path("manager").asText(),
                json.path("leading").asBoolean(),
                json.path("unitHead").asBoolean());
    }

    public static ObjectNode write(Substitution substitution) {
        ObjectNode json = Json.object().put("id", substitution.id());
        switch (substitution.of()) {
            case Substitution.Absent(var person) -> json.put("absent", person);
            case Substitution.VacantHead(var unit) -> json.put("vacant", unit);
        }
        json.put("substitute", substitution.substitute());
        span(json, substitution.span(), "until");
        json.set("order", write(substitution.order()));
        return json;
    }

    public static Substitution substitution(JsonNode json) {
        return new Substitution(
                json.path("id").asText(),
                json.has("absent")
                        ? new Substitution.Absent(json.path("absent").asText())
                        : new Substitution.VacantHead(json.path("vacant").asText()),
                json.path("substitute").asText(),
                span(json, "until"),
                order(json.path("order")));
    }

    public static ObjectNode write(ApparatusDecision decision) {
        ObjectNode json = Json.object().put("id", decision.id());
        ArrayNode employees = json.putArray("employees");
        decision.employees().forEach(employees::add);
        span(json, decision.span(), "until");
        json.set("order", write(decision.order()));
        return json;
    }

    public static ApparatusDecision decision(JsonNode json) {
        return new ApparatusDecision(
                json.path("id").asText(),
                json.path("employees").valueStream().map(JsonNode::asText).toList(),
                span(json, "until"),
                order(json.path("order")));
    }

    private static ObjectNode write(Order order) {
        ObjectNode json =
                Json.object().put("number", order.number()).put("date", order.date().toString());
        order.document().ifPresent(document -> json.put("document", document));
        return json;
    }

    private static Order order(JsonNode json) {
        return new Order(json.path("number").asText(), day(json, "date"), text(json, "document"));
    }

    private static ObjectNode title(Title title) {
        return Json.object().put("kk", title.kk()).put("ru", title.ru());
    }

    private static Title title(JsonNode json) {
        return new Title(json.path("kk").asText(), json.path("ru").asText());
    }

    private static void span(ObjectNode json, Span span, String last) {
        json.put("from", span.from().toString());
        span.to().ifPresent(to -> json.put(last, to.toString()));
    }

    private static Span span(JsonNode json, String last) {
        return new Span(day(json, "from"), text(json, last).map(LocalDate::parse));
    }

    private static LocalDate day(JsonNode json, String name) {
        return LocalDate.parse(json.path(name).asText());
    }

    private static Optional<String> text(JsonNode json, String name) {
        return json.hasNonNull(name) ? Optional.of(json.path(name).asText()) : Optional.empty();
    }
}
