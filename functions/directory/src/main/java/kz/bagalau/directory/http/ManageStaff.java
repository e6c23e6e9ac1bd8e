package kz.bagalau.directory.http;

import static kz.bagalau.lambda.Access.own;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Enclosures;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.dynamo.DynamoEnclosures;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.OwnPeople;
import kz.bagalau.directory.StaffChange;
import kz.bagalau.directory.StaffJson;
import kz.bagalau.directory.StaffRecords;
import kz.bagalau.directory.Staffs;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.directory.dynamo.DynamoStaffs;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.NamedFiles;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.rules.calendar.AlmatyTime;
import kz.bagalau.rules.staff.ApparatusDecision;
import kz.bagalau.rules.staff.Employee;
import kz.bagalau.rules.staff.Post;
import kz.bagalau.rules.staff.SecondedPlace;
import kz.bagalau.rules.staff.Staff;
import kz.bagalau.rules.staff.StaffFinding.In;
import kz.bagalau.rules.staff.Substitution;
import kz.bagalau.rules.staff.Unit;

/// A body's units and people: who held what, under whom, on which days.
public final class ManageStaff extends HttpFunction {

    private static final int MAX_PAGE = 1_000;
    private static final int USUAL_PAGE = 500;
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}");

    private final Staffs staffs;
    private final Bodies bodies;
    private final Enclosures files;
    private final Function<String, Optional<URI>> addresses;
    private final Clock clock;

    public ManageStaff() {
        this(
                DynamoStaffs.fromEnvironment(),
                DynamoBodies.fromEnvironment(),
                DynamoEnclosures.fromEnvironment(),
                DynamoEnclosures.addresses(),
                Runtime.current().clock());
    }

    /// @param addresses where a file that somebody sent can be read, by its id
    ManageStaff(
            Staffs staffs,
            Bodies bodies,
            Enclosures files,
            Function<String, Optional<URI>> addresses,
            Clock clock) {
        this.staffs = staffs;
        this.bodies = bodies;
        this.files = files;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                        Route.get(
                                        "/bodies/{body}/units",
                                        own(Role.HR, Role.HEAD, Role.ASSESSOR, Role.EMPLOYEE))
                                .of(this::body)
                                .answers(this::units),
                        Route.put("/bodies/{body}/units/{unit}", own(Role.HR))
                                .of(this::body)
                                .reads(StaffForms::unit)
                                .answers((caller, body, unit) -> put(caller, body, unit, UNITS)),
                        // A substitute and a delegate need no role to find the people whose turn is
                        // theirs.
                        Route.get(
                                        "/bodies/{body}/employees",
                                        own(Role.HR, Role.HEAD, Role.ASSESSOR, Role.EMPLOYEE))
                                .of(this::body)
                                .reads(this::listed)
                                .answers(this::people),
                        Route.get(
                                        "/bodies/{body}/employees/{employee}",
                                        own(Role.HR, Role.HEAD, Role.ASSESSOR, Role.EMPLOYEE))
                                .of(this::person)
                                .answers(this::show),
                        Route.put("/bodies/{body}/employees/{employee}", own(Role.HR))
                                .of(this::body)
                                .reads(EmployeeForm::read)
                                .answers((caller, body, person) ->
                                        put(caller, body, person, PEOPLE)),
                        Route.put("/bodies/{body}/seconded/{employee}", own(Role.HR))
                                .of(this::sentHere)
                                .reads(StaffForms::place)
                                .answers((caller, body, place) -> put(caller, body, place, PLACES)),
                        Route.get("/bodies/{body}/substitutions", own(Role.HR, Role.HEAD))
                                .of(this::body)
                                .answers((_, body) -> all(body, "substitutions", SUBSTITUTIONS)),
                        Route.put("/bodies/{body}/substitutions/{substitution}", own(Role.HR))
                                .of(this::body)
                                .reads(StaffForms::substitution)
                                .answers((caller, body, given) ->
                                        put(caller, body, given, SUBSTITUTIONS)),
                        Route.get("/bodies/{body}/apparatus-decisions", own(Role.HR, Role.HEAD))
                                .of(this::body)
                                .answers((_, body) -> all(body, "decisions", DECISIONS)),
                        Route.put("/bodies/{body}/apparatus-decisions/{decision}", own(Role.HEAD))
                                .of(this::body)
                                .reads(StaffForms::decision)
                                .answers(this::decide))
                .enclosing(addresses);
    }

    /// One kind of record.
    ///
    /// @param list the last step of the address at which a body's records are listed, which answers
    ///   for the files that they name
    private record Kind<T>(
            In in,
            String list,
            Function<StaffRecords, SortedMap<String, Edition<T>>> standing,
            Function<Entered<T>, StaffChange> change,
            Function<T, ObjectNode> json) {

        ObjectNode json(Edition<T> edition) {
            return json.apply(edition.value()).put("version", edition.version());
        }
    }

    private static final Kind<Unit> UNITS =
            new Kind<>(
                    In.UNIT,
                    "units",
                    StaffRecords::units,
                    given -> new StaffChange.OfUnit(given.value()),
                    StaffJson::write);
    private static final Kind<Employee> PEOPLE =
            new Kind<>(
                    In.EMPLOYEE,
                    "employees",
                    StaffRecords::people,
                    given -> new StaffChange.OfPeople(List.of(given.value())),
                    StaffJson::write);
    private static final Kind<SecondedPlace> PLACES =
            new Kind<>(
                    In.SECONDED,
                    "seconded",
                    StaffRecords::places,
                    given -> new StaffChange.OfPlace(given.id(), given.value()),
                    StaffJson::write);
    private static final Kind<Substitution> SUBSTITUTIONS =
            new Kind<>(
                    In.SUBSTITUTION,
                    "substitutions",
                    StaffRecords::substitutions,
                    given -> new StaffChange.OfSubstitution(given.value()),
                    StaffJson::write);
    private static final Kind<ApparatusDecision> DECISIONS =
            new Kind<>(
                    In.APPARATUS_DECISION,
                    "apparatus-decisions",
                    StaffRecords::decisions,
                    given -> new StaffChange.OfDecision(given.value()),
                    StaffJson::write);

    private Optional<String> body(Caller caller, Path path) {
        return Optional.of(path.get("body")).filter(id -> bodies.find(id).isPresent());
    }

    /// The body where somebody whom another body sends here may have a place.
    private Optional<String> sentHere(Caller caller, Path path) {
        return body(caller, path)
                .filter(body ->
                        staffs.of(body).seconded().stream()
                                .anyMatch(in -> in.person().id().equals(path.get("employee"))));
    }

    private record Person(Edition<Employee> edition, boolean whole) {}

    private Optional<Person> person(Caller caller, Path path) {
        String id = path.get("employee");
        return body(caller, path)
                .map(staffs::of)
                .filter(records ->
                        readsAll(caller)
                                || OwnPeople.of(records.staff(), caller.subject(), today())
                                        .contains(id))
                .flatMap(records -> Optional.ofNullable(records.people().get(id)))
                .map(edition -> new Person(edition, readsAll(caller)));
    }

    private static boolean readsAll(Caller caller) {
        return caller.has(Role.HR) || caller.has(Role.HEAD);
    }

    private LocalDate today() {
        return AlmatyTime.day(clock.instant());
    }

    private Response show(Caller caller, Person person) {
        ObjectNode json = PEOPLE.json(person.edition());
        if (!person.whole()) {
            json.remove(List.of("email", "mobile", "absences"));
        }
        return Response.ok(json);
    }

    private Response units(Caller caller, String body) {
        return all(body, "units", UNITS);
    }

    private <T> Response all(String body, String name, Kind<T> kind) {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray(name);
        kind.standing()
                .apply(staffs.of(body))
                .values()
                .forEach(edition -> list.add(kind.json(edition)));
        return Response.ok(answer);
    }

    private record Listed(LocalDate day, String after, int limit) {}

    private Input.Result<Listed> listed(Request request) {
        List<Problem.Error> errors = new ArrayList<>();
        LocalDate day = today();
        try {
            day = request.query("on").map(LocalDate::parse).orElse(day);
            if (day.isBefore(Input.FIRST_DAY) || day.isAfter(Input.LAST_DAY)) {
                errors.add(
                        new Problem.Error(
                                "on",
                                FieldProblem.OUT_OF_RANGE,
                                Input.FIRST_DAY.toString(),
                                Input.LAST_DAY.toString()));
            }
        } catch (DateTimeParseException e) {
            errors.add(new Problem.Error("on", FieldProblem.BAD_FORMAT, "2026-03-31"));
        }
        String after = request.query("cursor").orElse("");
        if (!after.isEmpty() && !Input.isId(after)) {
            errors.add(new Problem.Error("cursor", FieldProblem.BAD_FORMAT, "a-z 0-9 -"));
        }
        String limit = request.query("limit").orElse(Integer.toString(USUAL_PAGE));
        boolean number = NUMBER.matcher(limit).matches() && Integer.parseInt(limit) <= MAX_PAGE;
        if (!number) {
            errors.add(
                    new Problem.Error(
                            "limit", FieldProblem.OUT_OF_RANGE, "1", Integer.toString(MAX_PAGE)));
        }
        return errors.isEmpty()
                ? new Input.Accepted<>(new Listed(day, after, Integer.parseInt(limit)))
                : new Input.Rejected<>(Problem.invalid(errors));
    }

    private Response people(Caller caller, String body, Listed asked) {
        StaffRecords records = staffs.of(body);
        StaffList list = new StaffList(records, asked.day(), readsAll(caller));
        if (readsAll(caller)) {
            return Response.ok(list.page(_ -> true, asked.after(), asked.limit()));
        }
        Set<String> own = OwnPeople.of(records.staff(), caller.subject(), asked.day());
        return Response.ok(list.page(own::contains, asked.after(), asked.limit()));
    }

    private <T> Response put(Caller caller, String body, Entered<T> given, Kind<T> kind) {
        return put(caller, body, given, kind, (_, _) -> List.of());
    }

    private <T> Response put(
            Caller caller,
            String body,
            Entered<T> given,
            Kind<T> kind,
            BiFunction<Staff, T, List<Problem.Error>> more) {
        StaffRecords seen = staffs.of(body);
        Optional<Edition<T>> standing =
                Optional.ofNullable(kind.standing().apply(seen).get(given.id()));
        if (standing.filter(edition -> edition.value().equals(given.value())).isPresent()) {
            return Response.ok(kind.json(standing.get()));
        }
        long version = standing.map(Edition::version).orElse(0L);
        if (given.version().orElse(0) != version) {
            return Problem.changed(
                    standing.map(kind::json).orElseGet(() -> Json.object().put("id", given.id())));
        }
        StaffChange change = kind.change().apply(given);
        StaffRecords next = seen.with(change);
        List<Problem.Error> errors =
                new ArrayList<>(
                        StaffErrors.of(seen, next, kind.in(), given.id(), given.pointers()));
        errors.addAll(more.apply(next.staff(), given.value()));
        ObjectNode answer = kind.json(new Edition<>(given.value(), version + 1));
        Map<String, String> named = NamedFiles.in(answer);
        standing.ifPresent(
                before -> named.keySet().removeAll(NamedFiles.in(kind.json(before)).keySet()));
        errors.addAll(strange(caller, named));
        if (!errors.isEmpty()) {
            return Problem.invalid(errors);
        }
        Reference list = new Reference(kind.list(), body);
        named.keySet().forEach(file -> files.name(file, list));
        return written(staffs.put(seen, change, caller), answer);
    }

    /// Files that are not this caller's to name.
    ///
    /// @param named ids with the pointers at which they are named
    private List<Problem.Error> strange(Caller caller, Map<String, String> named) {
        List<Problem.Error> errors = new ArrayList<>();
        named.forEach((id, pointer) -> {
            if (files.find(id).filter(file -> file.mayBeNamedBy(caller)).isEmpty()) {
                errors.add(new Problem.Error(pointer, HttpProblem.UNKNOWN_DOCUMENT, id));
            }
        });
        return errors;
    }

    static Response written(Staffs.Written written, ObjectNode answer) {
        return switch (written) {
            case STORED -> Response.ok(answer);
            case OVERTAKEN -> new Response.Retry();
            case TOO_LARGE -> Problem.of(DirectoryProblem.STAFF_TOO_LARGE);
            case TOO_WIDE -> Problem.of(DirectoryProblem.SENT_TOO_WIDELY);
        };
    }

    /// No. 245, ¶3: of those directly subordinate to the first head; the head of the apparatus does
    /// not assess himself.
    private Response decide(Caller caller, String body, Entered<ApparatusDecision> given) {
        return put(caller, body, given, DECISIONS, ManageStaff::subordinates);
    }

    private static List<Problem.Error> subordinates(Staff staff, ApparatusDecision decision) {
        LocalDate from = decision.span().from();
        Optional<String> first = staff.firstHead(from).map(Post::person);
        List<Problem.Error> errors = new ArrayList<>();
        for (int i = 0; i < decision.employees().size(); i++) {
            String person = decision.employees().get(i);
            Optional<Post> post = staff.postOf(person, from);
            if (post.filter(Post::apparatusHead).isPresent()) {
                errors.add(new Problem.Error("/employees/" + i, DirectoryProblem.SELF, person));
            } else if (staff.knows(person)
                    && (first.isEmpty() || !post.flatMap(Post::manager).equals(first))) {
                errors.add(
                        new Problem.Error(
                                "/employees/" + i,
                                DirectoryProblem.NOT_OF_FIRST_HEAD,
                                person,
                                from.toString()));
            }
        }
        return errors;
    }
}
