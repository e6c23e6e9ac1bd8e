package kz.bagalau.directory.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import kz.bagalau.cases.Edition;
import kz.bagalau.directory.StaffJson;
import kz.bagalau.directory.StaffRecords;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.staff.Appointment;
import kz.bagalau.rules.staff.Employee;
import kz.bagalau.rules.staff.SecondedIn;

/// A body's people as they stood on a day, those who are sent here among them.
///
/// @param whole whether addresses and the kinds of absences are shown
record StaffList(StaffRecords records, LocalDate day, boolean whole) {

    /// A page of the list: people after `after`, at most `limit` of them; `next` is the last one's
    /// id where there are more.
    ObjectNode page(Predicate<String> shown, String after, int limit) {
        SortedMap<String, ObjectNode> rows = new TreeMap<>();
        records.people()
                .forEach((id, person) -> {
                    Optional<Appointment> held = person.value().appointmentOn(day);
                    if (held.isPresent() && shown.test(id)) {
                        rows.put(id, own(person, held.get()));
                    }
                });
        for (SecondedIn in : records.seconded()) {
            boolean here =
                    in.secondment().span().contains(day)
                            && in.person().appointmentOn(day).isPresent();
            if (here && shown.test(in.person().id())) {
                rows.putIfAbsent(in.person().id(), sent(in));
            }
        }
        List<ObjectNode> rest = List.copyOf(rows.tailMap(after + "\0").values());
        ObjectNode answer = Json.object().put("body", records.body()).put("on", day.toString());
        ArrayNode employees = answer.putArray("employees");
        rest.stream().limit(limit).forEach(employees::add);
        if (rest.size() > limit) {
            answer.put("next", rest.get(limit - 1).path("id").asText());
        }
        return answer;
    }

    private ObjectNode own(Edition<Employee> edition, Appointment held) {
        Employee person = edition.value();
        ObjectNode row = person(person).put("version", edition.version());
        row.setAll(StaffJson.write(held));
        person.secondmentOn(day).ifPresent(sent -> row.put("secondedTo", sent.to()));
        return row;
    }

    private ObjectNode sent(SecondedIn in) {
        ObjectNode row = person(in.person()).put("secondedFrom", in.from());
        in.person()
                .appointmentOn(day)
                .flatMap(Appointment::category)
                .ifPresent(category -> row.put("category", category.code()));
        row.put("from", in.secondment().span().from().toString());
        in.secondment().span().to().ifPresent(to -> row.put("to", to.toString()));
        in.place().ifPresent(place -> row.setAll(StaffJson.write(place)));
        return row;
    }

    private ObjectNode person(Employee person) {
        ObjectNode all = StaffJson.write(person);
        ObjectNode row = Json.object().put("id", person.id()).put("name", person.name());
        if (all.has("names")) {
            row.set("names", all.path("names"));
        }
        row.put("week", all.path("week").asText());
        person.absenceOn(day)
                .ifPresent(absence -> row.put("absent", whole ? absence.kind().name() : "ABSENT"));
        if (whole) {
            person.email().ifPresent(email -> row.put("email", email));
            person.mobile().ifPresent(mobile -> row.put("mobile", mobile));
        }
        return row;
    }
}
