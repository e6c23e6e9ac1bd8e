package kz.bagalau.directory.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Request;
import kz.bagalau.rules.staff.ApparatusDecision;
import kz.bagalau.rules.staff.Category;
import kz.bagalau.rules.staff.Order;
import kz.bagalau.rules.staff.SecondedPlace;
import kz.bagalau.rules.staff.Span;
import kz.bagalau.rules.staff.Substitution;
import kz.bagalau.rules.staff.Title;
import kz.bagalau.rules.staff.Unit;

/// The short records of a staff, read with all errors at once.
final class StaffForms {

    private static final int MAX_BYTES = 32 * 1024;
    private static final int MAX_DECIDED = 500;

    private StaffForms() {}

    static Input.Result<Entered<Unit>> unit(Request request) {
        Input input = request.input(MAX_BYTES);
        StaffFields fields = new StaffFields(input);
        String id = id(request, input, "unit");
        Title name = fields.title("name", StaffFields.MAX_NAME);
        Optional<String> parent = input.optionalId("parent");
        Optional<Category> head = fields.category("head");
        OptionalLong version = Asked.version(input);
        return input.finish(() -> new Entered<>(id, new Unit(id, name, parent, head), version));
    }

    static Input.Result<Entered<SecondedPlace>> place(Request request) {
        Input input = request.input(MAX_BYTES);
        StaffFields fields = new StaffFields(input);
        String unit = input.id("unit");
        String manager = input.id("manager");
        boolean leading = fields.flag("leading");
        boolean unitHead = fields.flag("unitHead");
        OptionalLong version = Asked.version(input);
        return input.finish(() ->
                new Entered<>(
                        request.path("employee"),
                        new SecondedPlace(unit, manager, leading, unitHead),
                        version));
    }

    static Input.Result<Entered<Substitution>> substitution(Request request) {
        Input input = request.input(MAX_BYTES);
        StaffFields fields = new StaffFields(input);
        String id = id(request, input, "substitution");
        Optional<String> absent = input.optionalId("absent");
        Optional<String> vacant = input.optionalId("vacant");
        if (absent.isPresent() == vacant.isPresent()) {
            input.error("absent", DirectoryProblem.ABSENT_OR_VACANT);
        }
        String substitute = input.id("substitute");
        Span span = fields.span("from", "until");
        Order order = fields.order("order");
        OptionalLong version = Asked.version(input);
        return input.finish(() ->
                new Entered<>(
                        id,
                        new Substitution(
                                id,
                                absent.<Substitution.Of>map(Substitution.Absent::new)
                                        .orElseGet(() ->
                                                new Substitution.VacantHead(vacant.orElseThrow())),
                                substitute,
                                span,
                                order),
                        version));
    }

    static Input.Result<Entered<ApparatusDecision>> decision(Request request) {
        Input input = request.input(MAX_BYTES);
        StaffFields fields = new StaffFields(input);
        String id = id(request, input, "decision");
        List<String> employees = new ArrayList<>(input.ids("employees", 1, MAX_DECIDED));
        Span span = fields.span("from", "until");
        Order order = fields.order("order");
        OptionalLong version = Asked.version(input);
        return input.finish(() ->
                new Entered<>(id, new ApparatusDecision(id, employees, span, order), version));
    }

    private static String id(Request request, Input input, String name) {
        String id = request.path(name);
        if (!Input.isId(id)) {
            input.error(name, FieldProblem.BAD_FORMAT, "a-z 0-9 -");
        }
        return id;
    }
}
