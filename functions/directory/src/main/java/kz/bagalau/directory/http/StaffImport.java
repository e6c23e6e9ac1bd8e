package kz.bagalau.directory.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.bagalau.cases.Edition;
import kz.bagalau.directory.StaffChange;
import kz.bagalau.directory.StaffJson;
import kz.bagalau.directory.StaffRecords;
import kz.bagalau.directory.http.StaffFile.Line;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.forms.workbook.cell.Value;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Problem;
import kz.bagalau.rules.Characters;
import kz.bagalau.rules.calendar.WorkWeek;
import kz.bagalau.rules.staff.Absence;
import kz.bagalau.rules.staff.Appointment;
import kz.bagalau.rules.staff.Category;
import kz.bagalau.rules.staff.Employee;
import kz.bagalau.rules.staff.FullName;
import kz.bagalau.rules.staff.Secondment;
import kz.bagalau.rules.staff.Span;
import kz.bagalau.rules.staff.StaffFinding;
import kz.bagalau.rules.staff.Title;
import org.jspecify.annotations.Nullable;

/// The people whom a file names, checked against the staff as it stands, with every error at its
/// cell. Who is left out stays; what the file has no column for stays as well.
final class StaffImport {

    private static final Set<String> YES =
            Set.of("1", "+", "true", "yes", "x", "иә", "да", "истина", "ақиқат");
    private static final Set<String> NO =
            Set.of("", "0", "-", "–", "false", "no", "жоқ", "нет", "ложь", "жалған");

    private static final Pattern PERIOD =
            Pattern.compile("(\\S+) +([\\d.\\-/]+?) *(?:\\.\\.|–|—) *([\\d.\\-/]*)");
    private static final Pattern VERSION = Pattern.compile("\\d{1,9}");
    private static final Pattern FINDING = Pattern.compile("/(\\w+)/(\\d+)(?:/(\\w+))?");

    private final StaffRecords standing;
    private final List<Problem.Error> errors;

    /// The rows of each person, the first one with what is said of the person.
    private final Map<String, List<Line>> rows = new LinkedHashMap<>();

    /// The rows of each person's appointments, in the order of their days.
    private final Map<String, List<Line>> held = new HashMap<>();

    private final List<Employee> changed = new ArrayList<>();
    private int added;
    private int unchanged;

    StaffImport(StaffRecords standing, StaffFile file) {
        this.standing = standing;
        this.errors = new ArrayList<>(file.errors());
        if (errors.isEmpty()) {
            file.lines().forEach(this::group);
            rows.values().forEach(this::person);
            if (rows.isEmpty() && errors.isEmpty()) {
                errors.add(StaffFile.nowhere(DirectoryProblem.NO_PEOPLE));
            }
        }
        if (errors.isEmpty()) {
            check();
        }
    }

    /// Everything that is wrong; nothing may be stored where there is anything.
    List<Problem.Error> errors() {
        return errors;
    }

    int added() {
        return added;
    }

    /// How many people there are of whom the file says something else.
    int changed() {
        return changed.size() - added;
    }

    int unchanged() {
        return unchanged;
    }

    /// Those who are added or changed.
    StaffChange.OfPeople change() {
        return new StaffChange.OfPeople(changed);
    }

    private void group(Line line) {
        String id = line.text(StaffColumn.EMPLOYEE);
        if (id.isEmpty()) {
            errors.add(line.error(StaffColumn.EMPLOYEE, FieldProblem.REQUIRED));
        } else if (!Input.isId(id)) {
            errors.add(line.error(StaffColumn.EMPLOYEE, FieldProblem.BAD_FORMAT, "a-z 0-9 -"));
        } else {
            rows.computeIfAbsent(id, _ -> new ArrayList<>()).add(line);
        }
    }

    private void person(List<Line> lines) {
        int before = errors.size();
        Line first = lines.getFirst();
        String id = first.text(StaffColumn.EMPLOYEE);
        lines.forEach(line -> alike(first, line));
        Optional<Edition<Employee>> stands = Optional.ofNullable(standing.people().get(id));
        Optional<Employee> then = stands.map(Edition::value);
        Map<Line, Appointment> appointments = new LinkedHashMap<>();
        lines.forEach(
                line -> appointment(line, then).ifPresent(found -> appointments.put(line, found)));
        String name = required(first, StaffColumn.NAME, StaffFields.MAX_NAME);
        Optional<FullName> names = names(first, then);
        Optional<String> email =
                formatted(
                        first,
                        StaffColumn.EMAIL,
                        EmployeeForm.EMAIL,
                        "name@example.kz",
                        then.flatMap(Employee::email));
        Optional<String> mobile =
                formatted(
                        first,
                        StaffColumn.MOBILE,
                        EmployeeForm.MOBILE,
                        "+77010000000",
                        then.flatMap(Employee::mobile));
        WorkWeek week = week(first, then);
        List<Absence> absences = absences(first, then);
        List<Secondment> secondments = secondments(first, then);
        if (errors.size() > before) {
            return;
        }
        List<Line> order =
                appointments.entrySet().stream()
                        .sorted(Comparator.comparing(entry -> entry.getValue().span().from()))
                        .map(Map.Entry::getKey)
                        .toList();
        held.put(id, order);
        Employee entered =
                new Employee(
                        id,
                        name,
                        names,
                        email,
                        mobile,
                        week,
                        order.stream().map(line -> known(appointments.get(line))).toList(),
                        absences,
                        secondments);
        if (then.filter(entered::equals).isPresent()) {
            unchanged++;
        } else {
            seen(first, stands);
            hidden(lines);
            changed.add(entered);
            added += stands.isEmpty() ? 1 : 0;
        }
    }

    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    /// What is said of the person stands in each of the rows, or in the first only.
    private void alike(Line first, Line line) {
        for (StaffColumn column : StaffColumn.values()) {
            String text = line.text(column);
            if (column.ofPerson() && !text.isEmpty() && !text.equals(first.text(column))) {
                errors.add(
                        line.error(
                                column,
                                DirectoryProblem.ROW_DIFFERS,
                                Integer.toString(first.row().number())));
            }
        }
    }

    /// Nothing is entered that the file does not show, such as what a filter left behind.
    private void hidden(List<Line> lines) {
        lines.stream()
                .filter(Line::hidden)
                .map(line -> line.error(StaffColumn.EMPLOYEE, DirectoryProblem.ROW_HIDDEN))
                .forEach(errors::add);
    }

    private void seen(Line line, Optional<Edition<Employee>> stands) {
        String version = line.text(StaffColumn.VERSION);
        if (version.isEmpty()) {
            return;
        }
        long now = stands.map(Edition::version).orElse(0L);
        if (!VERSION.matcher(version).matches()) {
            errors.add(line.error(StaffColumn.VERSION, FieldProblem.WRONG_TYPE, "integer"));
        } else if (Long.parseLong(version) != now) {
            errors.add(
                    line.error(
                            StaffColumn.VERSION, DirectoryProblem.ROW_CHANGED, Long.toString(now)));
        }
    }

    private Optional<Appointment> appointment(Line line, Optional<Employee> then) {
        int before = errors.size();
        Optional<LocalDate> from = day(line, StaffColumn.FROM);
        if (line.text(StaffColumn.FROM).isEmpty()) {
            errors.add(line.error(StaffColumn.FROM, FieldProblem.REQUIRED));
        }
        Optional<Appointment> stood =
                then.flatMap(person ->
                        person.appointments().stream()
                                .filter(held -> from.equals(Optional.of(held.span().from())))
                                .findFirst());
        String unit = id(line, StaffColumn.UNIT).orElse("");
        if (unit.isEmpty() && line.text(StaffColumn.UNIT).isEmpty()) {
            errors.add(line.error(StaffColumn.UNIT, FieldProblem.REQUIRED));
        }
        String kk = required(line, StaffColumn.POSITION_KK, StaffFields.MAX_POSITION);
        String ru = required(line, StaffColumn.POSITION_RU, StaffFields.MAX_POSITION);
        Optional<Category> category =
                has(line, StaffColumn.CATEGORY, this::category)
                        .orElseGet(() -> stood.flatMap(Appointment::category));
        boolean leading = flag(line, StaffColumn.LEADING, stood, Appointment::leading);
        boolean unitHead = flag(line, StaffColumn.UNIT_HEAD, stood, Appointment::unitHead);
        boolean firstHead = flag(line, StaffColumn.FIRST_HEAD, stood, Appointment::firstHead);
        boolean apparatusHead =
                flag(line, StaffColumn.APPARATUS_HEAD, stood, Appointment::apparatusHead);
        Optional<String> manager =
                has(line, StaffColumn.MANAGER, this::id)
                        .orElseGet(() -> stood.flatMap(Appointment::manager));
        Optional<String> higher =
                has(line, StaffColumn.HIGHER_MANAGER, this::id)
                        .orElseGet(() -> stood.flatMap(Appointment::higherManager));
        Appointment.Kind kind =
                line.has(StaffColumn.KIND)
                        ? oneOf(line, StaffColumn.KIND, Appointment.Kind.class)
                                .orElse(Appointment.Kind.APPOINTED)
                        : stood.map(Appointment::kind).orElse(Appointment.Kind.APPOINTED);
        Optional<LocalDate> to =
                has(line, StaffColumn.TO, this::day)
                        .orElseGet(() -> stood.flatMap(held -> held.span().to()));
        Optional<Appointment.End> end =
                line.has(StaffColumn.END)
                        ? oneOf(line, StaffColumn.END, Appointment.End.class)
                        : stood.flatMap(Appointment::end).filter(_ -> to.isPresent());
        if (end.isPresent() && to.isEmpty()) {
            errors.add(line.error(StaffColumn.TO, FieldProblem.REQUIRED));
        }
        if (from.isPresent() && to.filter(from.get()::isAfter).isPresent()) {
            errors.add(
                    line.error(
                            StaffColumn.TO, DirectoryProblem.ENDS_BEFORE, from.get().toString()));
        }
        return errors.size() > before
                ? Optional.empty()
                : Optional.of(
                        new Appointment(
                                unit,
                                new Title(kk, ru),
                                category,
                                leading,
                                unitHead,
                                firstHead,
                                apparatusHead,
                                manager,
                                higher,
                                kind,
                                new Span(from.orElseThrow(), to),
                                end));
    }

    /// What a column says; empty where the file does not have it.
    private static <T> Optional<Optional<T>> has(
            Line line, StaffColumn column, Reading<T> reading) {
        return line.has(column) ? Optional.of(reading.read(line, column)) : Optional.empty();
    }

    @FunctionalInterface
    private interface Reading<T> {
        Optional<T> read(Line line, StaffColumn column);
    }

    private Optional<FullName> names(Line line, Optional<Employee> then) {
        if (!line.has(StaffColumn.LAST) || !line.has(StaffColumn.FIRST)) {
            return then.flatMap(Employee::names);
        }
        String last = optional(line, StaffColumn.LAST, StaffFields.MAX_NAME);
        String first = optional(line, StaffColumn.FIRST, StaffFields.MAX_NAME);
        String patronymic =
                line.has(StaffColumn.PATRONYMIC)
                        ? optional(line, StaffColumn.PATRONYMIC, StaffFields.MAX_NAME)
                        : then.flatMap(Employee::names).flatMap(FullName::patronymic).orElse("");
        if (last.isEmpty() && first.isEmpty() && patronymic.isEmpty()) {
            return Optional.empty();
        }
        if (last.isEmpty()) {
            errors.add(line.error(StaffColumn.LAST, FieldProblem.REQUIRED));
        }
        if (first.isEmpty()) {
            errors.add(line.error(StaffColumn.FIRST, FieldProblem.REQUIRED));
        }
        return last.isEmpty() || first.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new FullName(
                                last,
                                first,
                                Optional.of(patronymic).filter(text -> !text.isEmpty())));
    }

    private Optional<String> formatted(
            Line line,
            StaffColumn column,
            Pattern format,
            String example,
            Optional<String> otherwise) {
        if (!line.has(column)) {
            return otherwise;
        }
        String text = optional(line, column, EmployeeForm.MAX_EMAIL);
        if (!text.isEmpty() && !format.matcher(text).matches()) {
            errors.add(line.error(column, FieldProblem.BAD_FORMAT, example));
        }
        return Optional.of(text).filter(given -> !given.isEmpty());
    }

    private WorkWeek week(Line line, Optional<Employee> then) {
        if (!line.has(StaffColumn.WEEK)) {
            return then.map(Employee::week).orElse(WorkWeek.FIVE_DAYS);
        }
        String text = line.text(StaffColumn.WEEK);
        if (text.equals(StaffJson.SIX_DAYS)) {
            return WorkWeek.SIX_DAYS;
        }
        if (!text.isEmpty() && !text.equals(StaffJson.FIVE_DAYS)) {
            errors.add(line.error(StaffColumn.WEEK, FieldProblem.NOT_ALLOWED, text));
        }
        return WorkWeek.FIVE_DAYS;
    }

    private List<Absence> absences(Line line, Optional<Employee> then) {
        if (!line.has(StaffColumn.ABSENCES)) {
            return then.map(Employee::absences).orElse(List.of());
        }
        return periods(line, StaffColumn.ABSENCES, EmployeeForm.MAX_ABSENCES).stream()
                .flatMap(period -> absence(line, period).stream())
                .sorted(Comparator.comparing(Absence::from))
                .toList();
    }

    private Optional<Absence> absence(Line line, Period period) {
        Optional<Absence.Kind> kind = constant(period.what(), Absence.Kind.class);
        if (kind.isEmpty()) {
            errors.add(line.error(StaffColumn.ABSENCES, FieldProblem.NOT_ALLOWED, period.what()));
        } else if (period.span().to().isEmpty()) {
            errors.add(
                    line.error(
                            StaffColumn.ABSENCES,
                            FieldProblem.BAD_FORMAT,
                            "SICK 2026-01-05..2026-01-09"));
        }
        return kind.flatMap(found ->
                period.span().to().map(to -> new Absence(found, period.span().from(), to)));
    }

    private List<Secondment> secondments(Line line, Optional<Employee> then) {
        if (!line.has(StaffColumn.SECONDMENTS)) {
            return then.map(Employee::secondments).orElse(List.of());
        }
        List<Secondment> secondments = new ArrayList<>();
        for (Period period : periods(line, StaffColumn.SECONDMENTS, EmployeeForm.MAX_SECONDMENTS)) {
            if (!Input.isId(period.what()) || period.what().equals(standing.body())) {
                errors.add(
                        line.error(
                                StaffColumn.SECONDMENTS, FieldProblem.NOT_ALLOWED, period.what()));
            } else {
                secondments.add(new Secondment(period.what(), period.span()));
            }
        }
        secondments.sort(Comparator.comparing(secondment -> secondment.span().from()));
        return secondments;
    }

    private record Period(String what, Span span) {}

    private List<Period> periods(Line line, StaffColumn column, int most) {
        List<Period> periods = new ArrayList<>();
        for (String part : line.text(column).split(";")) {
            String text = part.strip();
            if (text.isEmpty()) {
                continue;
            }
            Optional<Period> period = period(text);
            if (period.isPresent()) {
                periods.add(period.get());
            } else {
                errors.add(
                        line.error(
                                column,
                                FieldProblem.BAD_FORMAT,
                                column == StaffColumn.ABSENCES
                                        ? "SICK 2026-01-05..2026-01-09"
                                        : "min-digital 2026-01-05..2026-03-31"));
            }
        }
        if (periods.size() > most) {
            errors.add(line.error(column, FieldProblem.TOO_MANY, Integer.toString(most)));
        }
        return periods;
    }

    private static Optional<Period> period(String text) {
        Matcher parts = PERIOD.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<LocalDate> from = date(parts.group(2));
        Optional<LocalDate> to = date(parts.group(3));
        boolean read = from.isPresent() && (to.isPresent() || parts.group(3).isEmpty());
        return read && to.filter(from.get()::isAfter).isEmpty()
                ? Optional.of(new Period(parts.group(1), new Span(from.get(), to)))
                : Optional.empty();
    }

    private static Optional<LocalDate> date(String text) {
        return new Cell(1, 1, new Value.Text(text), false).date().filter(StaffFields::possible);
    }

    private String required(Line line, StaffColumn column, int max) {
        String text = optional(line, column, max);
        if (text.isEmpty()) {
            errors.add(line.error(column, FieldProblem.REQUIRED));
        }
        return text;
    }

    private String optional(Line line, StaffColumn column, int max) {
        String text = line.text(column);
        if (text.codePointCount(0, text.length()) > max) {
            errors.add(line.error(column, FieldProblem.TOO_LONG, Integer.toString(max)));
        }
        Characters.unstorable(text)
                .ifPresent(point ->
                        errors.add(
                                line.error(
                                        column,
                                        FieldProblem.BAD_CHARACTER,
                                        "U+%04X".formatted(point))));
        return text;
    }

    private Optional<String> id(Line line, StaffColumn column) {
        Optional<String> id = Optional.of(line.text(column)).filter(text -> !text.isEmpty());
        id.filter(text -> !Input.isId(text))
                .ifPresent(
                        _ -> errors.add(line.error(column, FieldProblem.BAD_FORMAT, "a-z 0-9 -")));
        return id;
    }

    private Optional<LocalDate> day(Line line, StaffColumn column) {
        if (line.text(column).isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> day = line.at(column).date();
        if (day.isEmpty()) {
            errors.add(line.error(column, FieldProblem.BAD_FORMAT, "2026-03-31"));
        } else if (!StaffFields.possible(day.get())) {
            errors.add(
                    line.error(
                            column,
                            FieldProblem.OUT_OF_RANGE,
                            StaffFields.FIRST_DAY.toString(),
                            StaffFields.LAST_DAY.toString()));
        }
        return day;
    }

    private Optional<Category> category(Line line, StaffColumn column) {
        String text = line.text(column);
        Optional<Category> category = Category.read(text);
        if (category.isEmpty() && !text.isEmpty()) {
            errors.add(line.error(column, FieldProblem.BAD_FORMAT, "D-3, D-O-1"));
        }
        return category;
    }

    private boolean flag(
            Line line,
            StaffColumn column,
            Optional<Appointment> stood,
            Function<Appointment, Boolean> otherwise) {
        if (!line.has(column)) {
            return stood.map(otherwise).orElse(false);
        }
        String text = line.text(column).toLowerCase(Locale.ROOT);
        if (!YES.contains(text) && !NO.contains(text)) {
            errors.add(line.error(column, FieldProblem.NOT_ALLOWED, text));
        }
        return YES.contains(text);
    }

    private <E extends Enum<E>> Optional<E> oneOf(Line line, StaffColumn column, Class<E> type) {
        String text = line.text(column);
        Optional<E> found = constant(text, type);
        if (found.isEmpty() && !text.isEmpty()) {
            errors.add(line.error(column, FieldProblem.NOT_ALLOWED, text));
        }
        return found;
    }

    private static <E extends Enum<E>> Optional<E> constant(String text, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /// What is wrong in the staff as it would be: at the cells of the file, or, where all of them
    /// are right, in others because of them.
    private void check() {
        Set<String> entered = changed.stream().map(Employee::id).collect(Collectors.toSet());
        List<Problem.Error> others = new ArrayList<>();
        for (StaffFinding finding :
                StaffErrors.blamed(
                        standing,
                        standing.with(change()),
                        found -> isEmployee(found) && entered.contains(found.id()))) {
            if (isEmployee(finding) && rows.containsKey(finding.id())) {
                errors.add(at(finding));
            } else {
                others.add(StaffFile.nowhere(StaffErrors.code(finding), finding.id()));
            }
        }
        if (errors.isEmpty()) {
            errors.addAll(others);
        }
    }

    private static boolean isEmployee(StaffFinding finding) {
        return finding.in() == StaffFinding.In.EMPLOYEE;
    }

    private Problem.Error at(StaffFinding finding) {
        Matcher place = FINDING.matcher(finding.pointer());
        Line first = known(rows.get(finding.id())).getFirst();
        if (!place.matches()) {
            return first.error(StaffColumn.EMPLOYEE, StaffErrors.code(finding), finding.value());
        }
        boolean appointment = place.group(1).equals("appointments");
        Line line =
                appointment
                        ? known(held.get(finding.id())).get(Integer.parseInt(place.group(2)))
                        : first;
        String named = appointment ? place.group(3) : place.group(1);
        StaffColumn column =
                named == null
                        ? StaffColumn.FROM
                        : StaffColumn.named(named).orElse(StaffColumn.EMPLOYEE);
        return line.error(
                line.has(column) ? column : StaffColumn.EMPLOYEE,
                StaffErrors.code(finding),
                finding.value());
    }
}
