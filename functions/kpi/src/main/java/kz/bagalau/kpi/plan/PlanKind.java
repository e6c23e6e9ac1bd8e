package kz.bagalau.kpi.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Turn;
import kz.bagalau.cases.http.Heads;
import kz.bagalau.cases.http.Kind;
import kz.bagalau.kpi.desk.KpiTerms;
import kz.bagalau.kpi.desk.Mandate;
import kz.bagalau.kpi.desk.TenureSettings;
import kz.bagalau.kpi.part.Parts;
import kz.bagalau.kpi.step.Archive;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.codes.Sha256;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.calendar.DueDate;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.flow.Actor;
import kz.bagalau.rules.flow.Flow;
import kz.bagalau.rules.flow.Flows;
import kz.bagalau.rules.flow.Step;

/// Who is who in an individual work plan, and whose turn it is.
public record PlanKind(Mandate mandate) implements Kind {

    private static final int ID_LENGTH = 32;

    @Override
    public Flow flow() {
        return Flows.KPI_PLAN.flow();
    }

    @Override
    public Set<Actor> actors(Caller caller, Document plan) {
        return Parts.actors(caller, plan, mandate);
    }

    /// One plan for an employee and a period, however often it is sent.
    public static String id(String body, String employee, LocalDate from, LocalDate to) {
        return Sha256.hex(String.join("\n", body, employee, from.toString(), to.toString()))
                .substring(0, ID_LENGTH);
    }

    @Override
    public Turn turn(Document plan) {
        return new PlanTurn(plan.content(), mandate);
    }

    @Override
    public ObjectNode shown(Caller caller, Document plan) {
        ObjectNode content = Archive.withoutLast(plan.content());
        content.remove(List.of("terms", TenureSettings.FIELD));
        ObjectNode shown = Heads.of(plan);
        shown.setAll(content);
        Heads.may(shown, flow().open(plan.state(), actors(caller, plan)).stream());
        return shown;
    }

    private record PlanTurn(ObjectNode content, Mandate mandate) implements Turn {

        /// An entry of the past is nobody's turn (G-21).
        @Override
        public Optional<Party> owner(Step step) {
            if (Archive.isEntry(content)) {
                return Optional.empty();
            }
            return switch (step.event()) {
                case "submit" -> mandate.directManagersTask().map(Party::person);
                case "approve" -> mandate.higherManagersTask().map(Party::person);
                default -> Optional.empty();
            };
        }

        @Override
        public LocalDate start(Deadline rule) {
            return LocalDate.parse(content.at("/period/from").asText());
        }

        @Override
        public DueDate due(Deadline rule, WorkingCalendar calendar) {
            return KpiTerms.TERMS.due(content, rule, start(rule), calendar);
        }

        @Override
        public Optional<LocalDate> ownDay(Step step) {
            return Optional.empty();
        }
    }
}
