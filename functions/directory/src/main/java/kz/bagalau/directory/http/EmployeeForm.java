package kz.bagalau.directory.http;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.directory.StaffJson;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Request;
import kz.bagalau.rules.calendar.WorkWeek;
import kz.bagalau.rules.staff.Absence;
import kz.bagalau.rules.staff.Appointment;
import kz.bagalau.rules.staff.Employee;
import kz.bagalau.rules.staff.FullName;
import kz.bagalau.rules.staff.Secondment;
import kz.bagalau.rules.staff.Span;

/// A person of a body: with `appointments`, or in the flat form, which is short for one of them.
/// Appointments, absences and secondments are kept in the order of their days.
final class EmployeeForm {

    static final int MAX_APPOINTMENTS = 60;
    static final int MAX_ABSENCES = 300;
    static final int MAX_SECONDMENTS = 60;
    static final int MAX_EMAIL = 200;

    static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    static final Pattern MOBILE = Pattern.compile("\\+?\\d{10,15}");

    private static final int MAX_BYTES = 128 * 1024;
    private static final Pattern ENTRY = Pattern.compile("/(\\w+)/(\\d+)(.*)");

    private final String body;
    private final Input input;
    private final StaffFields fields;

    private EmployeeForm(String body, Input input) {
        this.body = body;
        this.input = input;
        this.fields = new StaffFields(input);
    }

    static Input.Result<Entered<Employee>> read(Request request) {
        Input input = request.input(MAX_BYTES);
        return new EmployeeForm(request.path("body"), input).read(request.path("employee"));
    }

    /// Entries in the order of their days, and where each stood in the request.
    private record Sorted<T>(List<T> entries, List<Integer> places) {

        static <T> Sorted<T> of(List<T> given, Function<T, LocalDate> from) {
            List<Integer> places =
                    IntStream.range(0, given.size())
                            .boxed()
                            .sorted(Comparator.comparing(place -> from.apply(given.get(place))))
                            .toList();
            return new Sorted<>(places.stream().map(given::get).toList(), places);
        }
    }

    private Input.Result<Entered<Employee>> read(String id) {
        if (!Input.isId(id)) {
            input.error("employee", FieldProblem.BAD_FORMAT, "a-z 0-9 -");
        }
        Optional<FullName> names = input.optionalObject("names").map(this::names);
        String name =
                names.isPresent() && !input.has("name")
                        ? absentName(names.get())
                        : fields.line("name", StaffFields.MAX_NAME);
        Optional<String> email = formatted("email", EMAIL, "name@example.kz");
        Optional<String> mobile = formatted("mobile", MOBILE, "+77010000000");
        WorkWeek week = week();
        boolean flat = !input.has("appointments");
        Sorted<Appointment> held = Sorted.of(appointments(flat), one -> one.span().from());
        Sorted<Absence> absences = Sorted.of(absences(), Absence::from);
        Sorted<Secondment> secondments = Sorted.of(secondments(), one -> one.span().from());
        OptionalLong version = Asked.version(input);
        return input.finish(() ->
                new Entered<>(
                        id,
                        new Employee(
                                id,
                                name,
                                names,
                                email,
                                mobile,
                                week,
                                held.entries(),
                                absences.entries(),
                                secondments.entries()),
                        version,
                        pointers(flat, held, absences, secondments)));
    }

    private String absentName(FullName names) {
        input.raw("name");
        return names.inOneLine();
    }

    private FullName names(Input given) {
        StaffFields parts = new StaffFields(given);
        String last = parts.line("last", StaffFields.MAX_NAME);
        String first = parts.line("first", StaffFields.MAX_NAME);
        Optional<String> patronymic = parts.optionalLine("patronymic", StaffFields.MAX_NAME);
        return new FullName(
                last.isEmpty() ? "–" : last,
                first.isEmpty() ? "–" : first,
                patronymic.filter(text -> !text.isEmpty()));
    }

    private Optional<String> formatted(String field, Pattern format, String example) {
        Optional<String> text = fields.optionalLine(field, MAX_EMAIL);
        text.filter(given -> !given.isEmpty() && !format.matcher(given).matches())
                .ifPresent(_ -> input.error(field, FieldProblem.BAD_FORMAT, example));
        return text;
    }

    private WorkWeek week() {
        Optional<String> text = input.optionalText("week", 3);
        text.filter(given ->
                        !given.isEmpty()
                                && !given.equals(StaffJson.FIVE_DAYS)
                                && !given.equals(StaffJson.SIX_DAYS))
                .ifPresent(given -> input.error("week", FieldProblem.NOT_ALLOWED, given));
        return text.filter(StaffJson.SIX_DAYS::equals).isPresent()
                ? WorkWeek.SIX_DAYS
                : WorkWeek.FIVE_DAYS;
    }

    private List<Appointment> appointments(boolean flat) {
        if (flat) {
            return List.of(appointment(fields, "appointedOn", "leftOn"));
        }
        List<Input> given = input.objects("appointments", MAX_APPOINTMENTS);
        if (given.isEmpty()) {
            input.error("appointments", FieldProblem.TOO_FEW, "1");
        }
        return given.stream().map(one -> appointment(new StaffFields(one), "from", "to")).toList();
    }

    private static Appointment appointment(StaffFields fields, String first, String last) {
        Input one = fields.input();
        String unit = one.id("unit");
        Span span = fields.span(first, last);
        Optional<Appointment.End> end =
                fields.optionalOneOf("end", Appointment.End.class, Appointment.End.DISMISSED);
        if (end.isPresent() && span.to().isEmpty()) {
            one.error(last, FieldProblem.REQUIRED);
        }
        return new Appointment(
                unit.isEmpty() ? "–" : unit,
                fields.titleOrText("position", StaffFields.MAX_POSITION),
                fields.category("category"),
                fields.flag("leading"),
                fields.flag("unitHead"),
                fields.flag("firstHead"),
                fields.flag("apparatusHead"),
                one.optionalId("manager"),
                one.optionalId("higherManager"),
                fields.optionalOneOf("kind", Appointment.Kind.class, Appointment.Kind.APPOINTED)
                        .orElse(Appointment.Kind.APPOINTED),
                span,
                end.filter(_ -> span.to().isPresent()));
    }

    private List<Absence> absences() {
        return input.objects("absences", MAX_ABSENCES).stream()
                .map(one -> {
                    StaffFields absence = new StaffFields(one);
                    Absence.Kind kind = one.oneOf("kind", Absence.Kind.class, Absence.Kind.OTHER);
                    if (!one.has("to")) {
                        one.error("to", FieldProblem.REQUIRED);
                    }
                    Span span = absence.span("from", "to");
                    return new Absence(kind, span.from(), span.to().orElse(span.from()));
                })
                .toList();
    }

    private List<Secondment> secondments() {
        return input.objects("secondments", MAX_SECONDMENTS).stream()
                .map(one -> {
                    String to = one.id("to");
                    if (to.equals(body)) {
                        one.error("to", FieldProblem.NOT_ALLOWED, to);
                    }
                    Span span = new StaffFields(one).span("from", "until");
                    return new Secondment(to.isEmpty() ? "–" : to, span);
                })
                .toList();
    }

    private static UnaryOperator<String> pointers(
            boolean flat,
            Sorted<Appointment> held,
            Sorted<Absence> absences,
            Sorted<Secondment> secondments) {
        return pointer -> {
            Matcher entry = ENTRY.matcher(pointer);
            if (!entry.matches()) {
                return pointer;
            }
            String list = entry.group(1);
            int place = Integer.parseInt(entry.group(2));
            return switch (list) {
                case "appointments" ->
                        flat
                                ? (entry.group(3).isEmpty() ? "/appointedOn" : entry.group(3))
                                : place(list, held.places().get(place), entry.group(3));
                case "absences" -> place(list, absences.places().get(place), entry.group(3));
                default -> place(list, secondments.places().get(place), entry.group(3));
            };
        };
    }

    private static String place(String list, int place, String rest) {
        return "/" + list + "/" + place + rest;
    }
}
