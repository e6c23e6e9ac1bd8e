package kz.bagalau.facts.http;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.bagalau.directory.StateBody;
import kz.bagalau.facts.Edit;
import kz.bagalau.facts.FactFields;
import kz.bagalau.facts.FactProblem;
import kz.bagalau.facts.FactSet;
import kz.bagalau.facts.Stamp;
import kz.bagalau.facts.StandingFact;
import kz.bagalau.facts.StandingPoints;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.forms.workbook.cell.Value;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.ProblemCode;
import kz.bagalau.rules.operational.fact.FactMistake;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.operational.fact.ManualPoints;

/// What the rows of a workbook would change of what stands, or everything that is wrong with them.
/// A row that says what stands changes nothing and is asked for nothing.
final class EnteredImport {

    private final Caller caller;
    private final Map<String, StateBody> bodies;
    private final Map<String, FactSet> sets;
    private final List<Problem.Error> errors = new ArrayList<>();
    private final Map<String, Integer> rows = new HashMap<>();
    private final SortedMap<String, Changes> changes = new TreeMap<>();

    /// The changes of one body.
    private static final class Changes {
        private final SortedMap<String, FactValue> facts = new TreeMap<>();
        private final SortedMap<String, ManualPoints> manual = new TreeMap<>();
        private String basis = "";
        private Optional<String> document = Optional.empty();
    }

    /// @param bodies that are scored, by id
    /// @param sets what stands about those that the file names
    EnteredImport(
            Caller caller,
            EnteredFile file,
            Map<String, StateBody> bodies,
            Map<String, FactSet> sets) {
        this.caller = caller;
        this.bodies = bodies;
        this.sets = sets;
        errors.addAll(file.errors());
        for (EnteredFile.Line line : file.lines()) {
            if (line.points()) {
                points(line);
            } else {
                sectors(line);
            }
        }
    }

    /// Everything that is wrong; empty where the file can be taken.
    List<Problem.Error> errors() {
        return List.copyOf(errors);
    }

    /// The edits by body; none where all that the file says stands already.
    SortedMap<String, Edit> edits(Stamp stamp) {
        SortedMap<String, Edit> edits = new TreeMap<>();
        changes.forEach((body, changed) -> {
            EditRequest request =
                    new EditRequest(
                            changed.facts,
                            new TreeMap<>(),
                            changed.manual,
                            new TreeSet<>(),
                            changed.basis,
                            changed.document,
                            new TreeMap<>());
            if (request.applyTo(set(body), stamp) instanceof EditRequest.Changes(var edit)) {
                edits.put(body, edit);
            }
        });
        return edits;
    }

    private void points(EnteredFile.Line line) {
        if (line.text(EnteredWorkbook.BODY).isEmpty() && !line.says(EnteredWorkbook.POINTS)) {
            return;
        }
        Optional<StateBody> body = body(line);
        if (body.isEmpty()) {
            return;
        }
        String id = line.text(EnteredWorkbook.INDICATOR);
        EntryRules entering = new EntryRules(body.get().kind(), set(body.get().id()));
        if (!EntryRights.may(caller, id)) {
            report(line, EnteredWorkbook.INDICATOR, EntryProblem.NOT_YOURS, id);
            return;
        }
        Optional<Problem.Error> refusal = entering.refusal("", id);
        if (refusal.isPresent()) {
            report(line, EnteredWorkbook.INDICATOR, refusal.get());
            return;
        }
        if (repeated(line, EnteredWorkbook.INDICATOR, body.get().id() + " " + id)) {
            return;
        }
        StandingPoints standing = set(body.get().id()).manual().get(id);
        Cell cell = line.at(EnteredWorkbook.POINTS);
        String basis = line.text(EnteredWorkbook.BASIS);
        String document = line.text(EnteredWorkbook.DOCUMENT);
        if (!line.says(EnteredWorkbook.POINTS)) {
            if (standing == null && !(basis + document).isEmpty()) {
                report(line, EnteredWorkbook.POINTS, FieldProblem.REQUIRED);
            }
            return;
        }
        Optional<BigDecimal> points = cell.number();
        if (cell.value() instanceof Value.Uncalculated) {
            report(line, EnteredWorkbook.POINTS, EntryProblem.NOT_CALCULATED);
            return;
        }
        if (points.isEmpty()) {
            report(line, EnteredWorkbook.POINTS, FieldProblem.WRONG_TYPE, "4.5");
            return;
        }
        if (standing != null && says(standing, points.get(), basis, document)) {
            return;
        }
        int before = errors.size();
        FactFields.mistakes("", points.get(), entering.maximum(id))
                .forEach(error -> report(line, EnteredWorkbook.POINTS, error));
        basis(line, basis);
        if (document.isEmpty()) {
            report(line, EnteredWorkbook.DOCUMENT, FieldProblem.REQUIRED);
        }
        document(line, document);
        version(line, Optional.ofNullable(standing).map(StandingPoints::version).orElse(""));
        shown(line);
        if (errors.size() == before) {
            changes(body.get()).manual.put(id, new ManualPoints(points.get(), basis, document));
        }
    }

    private static boolean says(
            StandingPoints standing, BigDecimal points, String basis, String document) {
        return standing.points().points().compareTo(points) == 0
                && oneLine(standing.points().basis()).equals(basis)
                && Optional.ofNullable(standing.points().document()).orElse("").equals(document);
    }

    /// As a cell states it.
    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private void sectors(EnteredFile.Line line) {
        List<String> given = EnteredWorkbook.sectors().stream().filter(line::says).toList();
        if (given.isEmpty()) {
            return;
        }
        Optional<StateBody> body = body(line);
        if (body.isEmpty() || repeated(line, EnteredWorkbook.BODY, body.get().id())) {
            return;
        }
        FactSet set = set(body.get().id());
        EntryRules entering = new EntryRules(body.get().kind(), set);
        int before = errors.size();
        Map<String, FactValue> changed = new LinkedHashMap<>();
        for (String name : given) {
            Optional<BigDecimal> number = line.at(name).number();
            if (!EntryRights.may(caller, name)) {
                report(line, name, EntryProblem.NOT_YOURS, name);
            } else if (!entering.concerns(name)) {
                report(line, name, EntryProblem.NOT_FOR_THIS_BODY, name);
            } else if (line.at(name).value() instanceof Value.Uncalculated) {
                report(line, name, EntryProblem.NOT_CALCULATED);
            } else if (number.isEmpty() || line.at(name).perhapsThousands()) {
                report(line, name, FactProblem.FACT_TYPE, name);
            } else {
                FactValue value = new FactValue.Amount(number.get());
                StandingFact standing = set.facts().get(name);
                if (standing == null || !EntryRules.same(name, standing.value(), value)) {
                    changed.put(name, value);
                }
            }
        }
        if (changed.isEmpty()) {
            return;
        }
        String basis = line.text(EnteredWorkbook.BASIS);
        String document = line.text(EnteredWorkbook.DOCUMENT);
        for (EntryRules.Mistake mistake : entering.mistakes(changed)) {
            FactMistake what = mistake.mistake();
            report(
                    line,
                    mistake.name().isEmpty() ? changed.keySet().iterator().next() : mistake.name(),
                    FactFields.code(what),
                    FactFields.arguments(what).toArray(String[]::new));
        }
        basis(line, basis);
        document(line, document);
        version(line, EnteredWorkbook.version(set));
        shown(line);
        if (errors.size() == before) {
            Changes changes = changes(body.get());
            changes.facts.putAll(changed);
            changes.basis = basis;
            changes.document = Optional.of(document).filter(id -> !id.isEmpty());
        }
    }

    private Optional<StateBody> body(EnteredFile.Line line) {
        String id = line.text(EnteredWorkbook.BODY);
        Optional<StateBody> body = Optional.ofNullable(bodies.get(id));
        if (body.isEmpty()) {
            report(line, EnteredWorkbook.BODY, EntryProblem.NO_SUCH_BODY, id);
        }
        return body;
    }

    private boolean repeated(EnteredFile.Line line, String column, String what) {
        Integer first = rows.putIfAbsent(column + " " + what, line.row().number());
        if (first != null) {
            report(line, column, EntryProblem.ROW_REPEATED, first.toString());
        }
        return first != null;
    }

    /// Nothing is entered that the file does not show, such as what a filter left behind.
    private void shown(EnteredFile.Line line) {
        if (line.hidden()) {
            report(line, EnteredWorkbook.BODY, EntryProblem.ROW_HIDDEN);
        }
    }

    private void basis(EnteredFile.Line line, String basis) {
        Value written = line.at(EnteredWorkbook.BASIS).value();
        if (written instanceof Value.Uncalculated) {
            report(line, EnteredWorkbook.BASIS, EntryProblem.NOT_CALCULATED);
        } else if (written instanceof Value.Fault(var code)) {
            report(line, EnteredWorkbook.BASIS, EntryProblem.ERROR_VALUE, code);
        } else if (written instanceof Value.Unreadable) {
            report(line, EnteredWorkbook.BASIS, EntryProblem.CELL_NOT_READ, basis);
        } else if (basis.isEmpty()) {
            report(line, EnteredWorkbook.BASIS, FieldProblem.REQUIRED);
        } else if (basis.length() > FactFields.MAX_BASIS) {
            report(
                    line,
                    EnteredWorkbook.BASIS,
                    FieldProblem.TOO_LONG,
                    Integer.toString(FactFields.MAX_BASIS));
        }
    }

    private void document(EnteredFile.Line line, String document) {
        if (!document.isEmpty() && !EditForm.isDocument(document)) {
            report(line, EnteredWorkbook.DOCUMENT, EntryProblem.NOT_A_DOCUMENT);
        }
    }

    /// A workbook without the column was made by somebody who does not say what they have seen.
    private void version(EnteredFile.Line line, String standing) {
        if (line.find(EnteredWorkbook.VERSION)
                .filter(seen -> !seen.text().equals(standing))
                .isPresent()) {
            report(line, EnteredWorkbook.VERSION, EntryProblem.ROW_CHANGED);
        }
    }

    private void report(EnteredFile.Line line, String column, Problem.Error error) {
        errors.add(new Problem.Error(line.place(column), error.code(), error.arguments()));
    }

    private void report(
            EnteredFile.Line line, String column, ProblemCode code, String... arguments) {
        errors.add(new Problem.Error(line.place(column), code, List.of(arguments)));
    }

    private Changes changes(StateBody body) {
        return changes.computeIfAbsent(body.id(), _ -> new Changes());
    }

    private FactSet set(String body) {
        return Optional.ofNullable(sets.get(body)).orElseThrow();
    }
}
