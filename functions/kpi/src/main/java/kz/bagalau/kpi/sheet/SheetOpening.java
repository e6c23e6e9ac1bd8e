package kz.bagalau.kpi.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.bagalau.cases.Document;
import kz.bagalau.kpi.desk.Mandate;
import kz.bagalau.kpi.desk.TenureSettings;
import kz.bagalau.kpi.step.Archive;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.appraisal.EmployeeSettings;
import kz.bagalau.rules.appraisal.MethodologyRecord;
import kz.bagalau.rules.appraisal.PositionTime;
import kz.bagalau.rules.appraisal.Tenure;
import kz.bagalau.rules.staff.Employee;
import kz.bagalau.rules.staff.SecondedIn;
import kz.bagalau.rules.staff.Span;
import kz.bagalau.rules.staff.Staff;

/// The sheet that is opened on an approved plan (¶48), and whether it may be: ¶5, a month in the
/// particular position.
public record SheetOpening(Document plan, Mandate mandate) {

    private static final List<String> COPIED =
            List.of("employee", "person", "period", "archive", "terms");

    /// The plan's indicators, without actual values.
    public ObjectNode content(LocalDate on) {
        ObjectNode from = plan.content();
        ObjectNode content = Json.object();
        content.put("plan", plan.reference().id());
        COPIED.stream().filter(from::has).forEach(field -> content.set(field, from.get(field)));
        ArrayNode rows = content.putArray("rows");
        for (JsonNode row : from.path("rows")) {
            ObjectNode copy = rows.addObject();
            copy.put("no", rows.size());
            List.of("name", "unit", "planned").forEach(field -> copy.set(field, row.get(field)));
            copy.putArray("evidence");
        }
        content.put("withoutParticipation", false);
        return Archive.isEntry(content) ? Archive.took(content, on) : content;
    }

    /// Whether the employee was in one of their positions for a month of the period, by the act
    /// under which the plan was made. Where the directory does not reach back to a past period,
    /// nobody says that they were not.
    // DOUBT: a plan names no position, and ¶5 measures each by itself; read as assessed where one
    // of them lasted a month, because the plan was made in it.
    public boolean lastedAMonth(Optional<MethodologyRecord> act) {
        EmployeeSettings settings =
                TenureSettings.of(plan.content())
                        .or(() -> act.map(MethodologyRecord::settings))
                        .orElse(EmployeeSettings.DEFAULTS);
        List<PositionTime> times = times();
        return times.isEmpty()
                ? Archive.isEntry(plan)
                : times.stream().anyMatch(time -> Tenure.of(time, settings).lastsAMonth());
    }

    /// The time in each position of the period.
    private List<PositionTime> times() {
        Staff staff = mandate.staff();
        JsonNode named = plan.content().path("period");
        LocalDate from = LocalDate.parse(named.path("from").asText());
        LocalDate to = LocalDate.parse(named.path("to").asText());
        AssessedPeriod period = new AssessedPeriod(from, to);
        Optional<Employee> own = staff.person(mandate.employee());
        if (own.isPresent()) {
            return own.get().appointments().stream()
                    .filter(held -> held.span().overlaps(Span.of(from, to)))
                    .map(held -> PositionTime.atHome(own.get(), held, period))
                    .toList();
        }
        List<SecondedIn> sent =
                staff.seconded().stream()
                        .filter(in -> in.person().id().equals(mandate.employee()))
                        .toList();
        return sent.isEmpty() ? List.of() : List.of(PositionTime.inReceivingBody(sent, period));
    }
}
