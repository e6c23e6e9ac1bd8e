package kz.bagalau.forms.kpi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import kz.bagalau.forms.printed.Signature;
import kz.bagalau.forms.workbook.cell.Row;
import kz.bagalau.rules.appraisal.Grade;

/// The rows of both tables put together to sheets, and what is wrong between them.
final class ImportedSheets {

    /// A row of the first table with what it says; what could not be read is empty.
    private record Head(
            ImportRow row,
            Optional<Integer> number,
            Optional<Period> period,
            Optional<Grade> grade) {}

    private final List<ImportProblem> problems;
    private final int indicators;
    private final IntFunction<Grade> grades;
    private final Map<Integer, Head> heads = new LinkedHashMap<>();
    private final Map<Integer, Map<Integer, ImportedSheet.Row>> rows = new HashMap<>();
    private final Map<Integer, Integer> counts = new HashMap<>();

    ImportedSheets(List<ImportProblem> problems, int indicators, IntFunction<Grade> grades) {
        this.problems = problems;
        this.indicators = indicators;
        this.grades = grades;
    }

    /// Those that can be read; the problems say which cannot, and why.
    List<ImportedSheet> read(ImportPlace sheets, ImportPlace kpi) {
        List<Optional<ImportedSheet>> read = new ArrayList<>();
        List<Head> all = new ArrayList<>();
        sheets.rows().forEach(row -> all.add(head(new ImportRow(sheets, row, problems))));
        kpi.rows().forEach(row -> indicator(kpi, row));
        Map<String, String> people = new HashMap<>();
        all.forEach(head -> read.add(sheet(head, people)));
        return read.stream().flatMap(Optional::stream).toList();
    }

    private Head head(ImportRow row) {
        Optional<Integer> number = row.number(ImportColumn.SHEET);
        Optional<LocalDate> from = row.day(ImportColumn.FROM);
        Optional<LocalDate> to = row.day(ImportColumn.TO);
        Optional<Period> period = Optional.empty();
        if (from.isPresent() && to.isPresent()) {
            if (to.get().isBefore(from.get())) {
                row.problem(ImportColumn.TO, ImportProblem.Code.PERIOD_REVERSED);
            } else {
                period = Optional.of(new Period(from.get(), to.get()));
            }
        }
        Head head = new Head(row, number, period, row.grade(ImportColumn.GRADE));
        number.ifPresent(read -> {
            Head other = heads.putIfAbsent(read, head);
            if (other != null) {
                row.problem(
                        ImportColumn.SHEET,
                        ImportProblem.Code.SHEET_TWICE,
                        read,
                        other.row().address(ImportColumn.SHEET));
            }
        });
        return head;
    }

    private void indicator(ImportPlace place, Row line) {
        ImportRow row = new ImportRow(place, line, problems);
        int before = problems.size();
        Optional<Integer> sheet = row.number(ImportColumn.KPI_SHEET);
        Optional<Integer> number = row.number(ImportColumn.KPI_NUMBER);
        Optional<String> name = row.text(ImportColumn.KPI_NAME);
        Optional<String> derivedFrom = row.text(ImportColumn.DERIVED_FROM);
        Optional<String> unit = row.text(ImportColumn.UNIT);
        Optional<String> planned = row.text(ImportColumn.PLANNED);
        Optional<LocalDate> due = row.day(ImportColumn.DUE);
        Optional<String> keyResult = row.text(ImportColumn.KEY_RESULT);
        Optional<String> actual = row.text(ImportColumn.ACTUAL);
        Optional<Boolean> achieved = row.yesOrNo(ImportColumn.ACHIEVED);
        Optional<String> evidence = row.text(ImportColumn.EVIDENCE);
        sheet.ifPresent(known -> belongs(row, known, number, due));
        if (!sound(
                before,
                sheet,
                number,
                name,
                derivedFrom,
                unit,
                planned,
                due,
                keyResult,
                actual,
                achieved,
                evidence)) {
            return;
        }
        rows.computeIfAbsent(sheet.orElseThrow(), _ -> new TreeMap<>())
                .put(
                        number.orElseThrow(),
                        new ImportedSheet.Row(
                                number.orElseThrow(),
                                name.orElseThrow(),
                                derivedFrom.orElseThrow(),
                                unit.orElseThrow(),
                                planned.orElseThrow(),
                                due.orElseThrow(),
                                keyResult.orElseThrow(),
                                actual.orElseThrow(),
                                achieved.orElseThrow(),
                                evidence.orElseThrow(),
                                row.cells()));
    }

    /// To a sheet that is there, under a number that no other of its indicators has.
    private void belongs(
            ImportRow row, int sheet, Optional<Integer> number, Optional<LocalDate> due) {
        Head head = heads.get(sheet);
        if (head == null) {
            row.problem(ImportColumn.KPI_SHEET, ImportProblem.Code.SHEET_UNKNOWN, sheet);
            return;
        }
        counts.merge(sheet, 1, Integer::sum);
        number.ifPresent(read -> {
            if (read > indicators) {
                row.problem(
                        ImportColumn.KPI_NUMBER,
                        ImportProblem.Code.INDICATOR_OUT_OF_RANGE,
                        read,
                        indicators);
            } else if (rows.getOrDefault(sheet, Map.of()).containsKey(read)) {
                row.problem(
                        ImportColumn.KPI_NUMBER, ImportProblem.Code.INDICATOR_TWICE, read, sheet);
            }
        });
        if (due.isPresent() && head.period().filter(period -> !period.has(due.get())).isPresent()) {
            row.problem(ImportColumn.DUE, ImportProblem.Code.DUE_OUTSIDE);
        }
    }

    private Optional<ImportedSheet> sheet(Head head, Map<String, String> people) {
        ImportRow row = head.row();
        int before = problems.size();
        Optional<String> employee = row.text(ImportColumn.EMPLOYEE);
        Optional<String> name = row.text(ImportColumn.EMPLOYEE_NAME);
        Optional<String> manager = row.text(ImportColumn.MANAGER);
        Optional<String> higher = row.text(ImportColumn.HIGHER);
        Optional<LocalDate> approved = row.day(ImportColumn.PLAN_APPROVED);
        Optional<LocalDate> signed = row.day(ImportColumn.MANAGER_SIGNED);
        Optional<Signature> signature = signature(row, name);
        Optional<LocalDate> agreed = row.day(ImportColumn.AGREED);
        Optional<String> reason = row.text(ImportColumn.ARCHIVE_REASON);
        Optional<String> document = row.text(ImportColumn.ARCHIVE_DOCUMENT);
        self(row, ImportColumn.MANAGER, employee, manager);
        self(row, ImportColumn.HIGHER, employee, higher);
        if (signed.isPresent() && agreed.filter(day -> day.isBefore(signed.get())).isPresent()) {
            row.problem(ImportColumn.AGREED, ImportProblem.Code.DATES_REVERSED);
        }
        again(head, employee, people);
        head.number().ifPresent(number -> indicators(head, number));
        if (!sound(
                before,
                head.number(),
                head.period(),
                employee,
                name,
                manager,
                higher,
                approved,
                signed,
                signature,
                agreed,
                reason,
                document)) {
            return Optional.empty();
        }
        int number = head.number().orElseThrow();
        return Optional.of(
                new ImportedSheet(
                        number,
                        employee.orElseThrow(),
                        name.orElseThrow(),
                        head.period().orElseThrow(),
                        manager.orElseThrow(),
                        higher.orElseThrow(),
                        approved.orElseThrow(),
                        signed.orElseThrow(),
                        signature.orElseThrow(),
                        agreed.orElseThrow(),
                        head.grade(),
                        new Archive(reason.orElseThrow(), document.orElseThrow()),
                        rows.getOrDefault(number, Map.of()).values().stream()
                                .sorted(Comparator.comparingInt(ImportedSheet.Row::number))
                                .toList(),
                        row.cells()));
    }

    /// Whether all of a row is there and nothing in it is wrong; a value is missing without a
    /// problem at its cell where the whole column is.
    private boolean sound(int before, Optional<?>... values) {
        return Stream.of(values).allMatch(Optional::isPresent)
                && problems.subList(before, problems.size()).stream()
                        .allMatch(problem -> problem.code().warning());
    }

    private static Optional<Signature> signature(ImportRow row, Optional<String> name) {
        Optional<ImportWord> word = row.signature(ImportColumn.EMPLOYEE_SIGNATURE);
        Optional<LocalDate> on = row.day(ImportColumn.EMPLOYEE_SIGNED);
        Optional<String> reason = row.text(ImportColumn.EMPLOYEE_REASON);
        if (word.isEmpty() || reason.isEmpty()) {
            return Optional.empty();
        }
        boolean given = word.get() == ImportWord.SIGNED;
        if (given != reason.get().isEmpty()) {
            row.problem(
                    ImportColumn.EMPLOYEE_REASON,
                    given
                            ? ImportProblem.Code.REASON_NOT_ASKED
                            : ImportProblem.Code.REASON_MISSING);
            return Optional.empty();
        }
        if (on.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (word.get()) {
                    case SIGNED -> new Signature.Signed(name.get(), on.get());
                    case REFUSED -> new Signature.Refused(name.get(), on.get(), reason.get());
                    case ABSENT -> new Signature.Absent(name.get(), on.get(), reason.get());
                    case YES, NO -> throw new IllegalStateException(word.get().name());
                });
    }

    private static void self(
            ImportRow row,
            ImportColumn column,
            Optional<String> employee,
            Optional<String> manager) {
        if (manager.isPresent() && manager.equals(employee)) {
            row.problem(column, ImportProblem.Code.SELF);
        }
    }

    private static void again(Head head, Optional<String> employee, Map<String, String> people) {
        if (employee.isPresent() && head.period().isPresent()) {
            String other =
                    people.putIfAbsent(
                            employee.get() + "\n" + head.period().get(),
                            head.row().address(ImportColumn.EMPLOYEE));
            if (other != null) {
                head.row().problem(ImportColumn.EMPLOYEE, ImportProblem.Code.EMPLOYEE_AGAIN, other);
            }
        }
    }

    /// As many as a plan has; the grade of the file is that of their number. Where one of them
    /// could not be read, the grade is not judged.
    private void indicators(Head head, int number) {
        int count = counts.getOrDefault(number, 0);
        if (count != indicators) {
            head.row()
                    .problem(
                            ImportColumn.SHEET,
                            ImportProblem.Code.NOT_FIVE,
                            number,
                            count,
                            indicators);
            return;
        }
        Map<Integer, ImportedSheet.Row> read = rows.getOrDefault(number, Map.of());
        if (read.size() == indicators && head.grade().isPresent()) {
            int achieved = (int) read.values().stream().filter(ImportedSheet.Row::achieved).count();
            Grade counted = grades.apply(achieved);
            if (counted != head.grade().get()) {
                head.row()
                        .problem(
                                ImportColumn.GRADE,
                                ImportProblem.Code.GRADE_DIFFERS,
                                achieved,
                                counted.text());
            }
        }
    }
}
