package kz.bagalau.reports.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.bagalau.directory.StateBody;
import kz.bagalau.facts.Fact;
import kz.bagalau.forms.report.Form;
import kz.bagalau.forms.report.reading.CellFact;
import kz.bagalau.forms.report.reading.FormProblem;
import kz.bagalau.forms.report.reading.ReadingContext;
import kz.bagalau.lambda.Json;
import kz.bagalau.reports.finding.Finding;
import kz.bagalau.reports.obligation.ReportPeriod;
import kz.bagalau.reports.report.Note;
import kz.bagalau.reports.report.Reading;
import kz.bagalau.reports.report.Report;
import kz.bagalau.reports.report.Standing;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.operational.fact.FactValue;

/// Reads a form that is read as a whole, by its definition. Its report about the year gives the
/// facts.
public record WorkbookReading(Form form) implements FormReading {

    /// Whether a scan has come is looked at whenever the report is, not when its file was read.
    private static final int ENOUGH_SCANS = 1;

    @Override
    public Reading read(Path file, Report report, StateBody body, List<Fact> known) {
        Map<String, FactValue> values = new LinkedHashMap<>();
        known.forEach(fact -> values.put(fact.name(), fact.value()));
        var said =
                form.read(
                        file,
                        report.file().type().rows().orElseThrow(),
                        new ReadingContext(body.kind(), report.id().year(), values, ENOUGH_SCANS));
        ObjectNode aids = Json.object();
        said.aids().forEach((name, value) -> aids.put(name, Decimals.plain(value)));
        return new Reading(
                notes(said.problems()),
                said.more(),
                shortcomings(said.problems()),
                notes(said.warnings()),
                said.facts().stream().map(fact -> fact(fact, report)).toList(),
                said.excluded(),
                aids);
    }

    @Override
    public List<Fact> facts(Standing standing) {
        return standing.of(ReportPeriod.year(standing.year()))
                .map(Standing.Accepted::values)
                .orElse(List.of());
    }

    public static Set<Finding.Kind> shortcomings(List<FormProblem> problems) {
        Set<Finding.Kind> kinds = EnumSet.noneOf(Finding.Kind.class);
        for (FormProblem problem : problems) {
            kinds.add(
                    problem.code().incomplete() ? Finding.Kind.INCOMPLETE : Finding.Kind.INCORRECT);
        }
        return kinds;
    }

    public static List<Note> notes(List<FormProblem> problems) {
        return problems.stream()
                .map(problem ->
                        new Note(
                                problem.sheet().isEmpty() ? null : problem.sheet(),
                                problem.cell().isEmpty() ? null : problem.cell(),
                                problem.name(),
                                problem.message()))
                .toList();
    }

    private static Fact fact(CellFact fact, Report report) {
        return new Fact(
                fact.fact(),
                fact.value(),
                Json.object()
                        .put("kind", "report")
                        .put("report", report.id().toString())
                        .put("form", report.obligation().form().code())
                        .put("period", report.obligation().period().code())
                        .put("sheet", fact.sheet())
                        .put("cells", fact.cells())
                        .put("sha256", report.file().sha256()));
    }
}
