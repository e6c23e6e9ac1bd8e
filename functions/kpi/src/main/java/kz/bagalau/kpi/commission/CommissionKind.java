package kz.bagalau.kpi.commission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Turn;
import kz.bagalau.cases.http.Heads;
import kz.bagalau.cases.http.Kind;
import kz.bagalau.directory.Persons;
import kz.bagalau.directory.StaffReader;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.flow.Actor;
import kz.bagalau.rules.flow.Flow;
import kz.bagalau.rules.flow.Flows;
import kz.bagalau.rules.flow.Step;
import kz.bagalau.rules.staff.Staff;

/// A commission with its timetable.
///
/// @param staffs who people are
public record CommissionKind(StaffReader staffs) implements Kind {

    @Override
    public Flow flow() {
        return Flows.COMMISSION.flow();
    }

    @Override
    public Set<Actor> actors(Caller caller, Document commission) {
        EnumSet<Actor> actors = EnumSet.noneOf(Actor.class);
        if (caller.has(Role.HEAD, commission.body())) {
            actors.add(Actor.AUTHORISED_PERSON);
        }
        if (caller.has(Role.HR, commission.body())) {
            actors.add(Actor.HR);
        }
        // ¶56, ¶62: the chair agrees.
        if (commission.content().path("chair").asText().equals(caller.subject())) {
            actors.add(Actor.COMMISSION);
        }
        return actors;
    }

    /// Own personnel service, authorised person, and its people.
    public static boolean visible(Caller caller, Document commission) {
        return caller.has(Role.HR, commission.body())
                || caller.has(Role.HEAD, commission.body())
                || (caller.has(Role.COMMISSION)
                        && Commissions.people(commission.content()).contains(caller.subject()));
    }

    public static Set<Party> parties(ObjectNode content) {
        return Commissions.people(content).stream().map(Party::person).collect(Collectors.toSet());
    }

    @Override
    public ObjectNode shown(Caller caller, Document commission) {
        ObjectNode shown = Heads.of(commission).put("id", Commissions.id(commission));
        ObjectNode content = commission.content();
        content.remove("terms");
        content.remove(Assessors.TO_NOTIFY);
        shown.setAll(content);
        ObjectNode names = shown.putObject("names");
        Staff staff = staffs.of(commission.body());
        Commissions.people(content)
                .forEach(person -> names.put(person, Persons.name(staff, person)));
        Heads.may(shown, flow().open(commission.state(), actors(caller, commission)).stream());
        return shown;
    }

    @Override
    public Turn turn(Document commission) {
        return new CommissionTurn(commission.content(), commission.body());
    }

    private record CommissionTurn(ObjectNode content, String body) implements Turn {

        @Override
        public Optional<Party> owner(Step step) {
            return switch (step.event()) {
                case "agree" -> Optional.of(Party.person(content.path("chair").asText()));
                case "supply" -> ownDay(step).map(_ -> Party.office(Role.HR, body));
                default -> Optional.empty();
            };
        }

        @Override
        public LocalDate start(Deadline rule) {
            throw new IllegalStateException(rule + " is no term of a commission");
        }

        /// The first agreed day whose documents are not supplied.
        @Override
        public Optional<LocalDate> ownDay(Step step) {
            for (JsonNode day : content.at("/timetable/meetings")) {
                if (!day.has("documents")) {
                    return Optional.of(LocalDate.parse(day.path("on").asText()));
                }
            }
            return Optional.empty();
        }
    }
}
