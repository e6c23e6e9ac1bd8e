package kz.bagalau.workmode;

import static kz.bagalau.lambda.Access.only;
import static kz.bagalau.lambda.Access.own;
import static kz.bagalau.lambda.Access.signedIn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import kz.bagalau.arrangements.Chosen;
import kz.bagalau.arrangements.Regimes;
import kz.bagalau.arrangements.Wording;
import kz.bagalau.arrangements.dynamo.DynamoRegimes;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Saved;
import kz.bagalau.directory.Authorities;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.StaffReader;
import kz.bagalau.directory.Staffs;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.directory.dynamo.DynamoStaffs;
import kz.bagalau.directory.dynamo.DynamoWorktimeRecipients;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.rules.calendar.AlmatyTime;
import kz.bagalau.rules.workmode.Norm;
import kz.bagalau.rules.worktime.WorkRules;
import kz.bagalau.workmode.desk.Days;
import kz.bagalau.workmode.regime.NormForm;
import kz.bagalau.workmode.regime.RegulatedForm;
import kz.bagalau.workmode.regime.RulesForm;
import kz.bagalau.workmode.regime.SettingsForm;
import kz.bagalau.workmode.regime.SystemForm;

/// What the working time of bodies rests on: their internal work rules, whether our page is their
/// personnel system, how the silent places of orders 120 and 121 are read, and the wordings that
/// are loaded.
public final class ManageWorkRules extends HttpFunction {

    private static final Pattern SUBJECT = Pattern.compile("[^#|\\p{Cntrl}]{1,200}");
    private static final String ORDER_120 = "120";

    private final Regimes regimes;
    private final Bodies bodies;
    private final StaffReader staffs;
    private final Authorities authorities;
    private final Clock clock;

    public ManageWorkRules() {
        this(
                DynamoRegimes.fromEnvironment(),
                DynamoBodies.fromEnvironment(),
                new Authorities(DynamoWorktimeRecipients.fromEnvironment()),
                DynamoStaffs.fromEnvironment(),
                Runtime.current().clock());
    }

    ManageWorkRules(
            Regimes regimes, Bodies bodies, Authorities authorities, Staffs staffs, Clock clock) {
        this.regimes = regimes;
        this.bodies = bodies;
        this.authorities = authorities;
        this.staffs = body -> staffs.of(body).staff();
        this.clock = clock;
    }

    private record Regulated(String body, String employee) {}

    /// Rules of a body that begin on a day.
    private record Beginning(String body, LocalDate from) {}

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.get("/worktime-settings", signedIn()).answers(this::showSettings),
                Route.put("/worktime-settings", only(Role.AGENCY))
                        .reads(SettingsForm::read)
                        .answers(this::putSettings),
                Route.get("/norms/{act}", signedIn())
                        .of(ManageWorkRules::act)
                        .reads(this::day)
                        .answers(this::showNorms),
                Route.put("/norms/{act}/{paragraph}/{from}", only(Role.AGENCY))
                        .of(ManageWorkRules::paragraph)
                        .readsWith(NormForm::read)
                        .answers(this::putNorm),
                Route.get(
                                "/bodies/{body}/work-rules",
                                only(Role.AGENCY, Role.TERRITORIAL, Role.MONITOR)
                                        .orOwn(Role.HR, Role.HEAD, Role.EMPLOYEE))
                        .of(this::readable)
                        .reads(ManageWorkRules::optionalDay)
                        .answers(this::showRules),
                Route.put("/bodies/{body}/work-rules/{from}", own(Role.HR))
                        .of(this::beginning)
                        .readsWith((request, at) -> RulesForm.read(request, at.from()))
                        .answers(this::putRules),
                Route.get(
                                "/bodies/{body}/employees/{employee}/regulated-hours",
                                only(Role.AGENCY).orOwn(Role.HR, Role.HEAD))
                        .of(this::employee)
                        .answers(this::showRegulated),
                Route.put("/bodies/{body}/employees/{employee}/regulated-hours", own(Role.HR))
                        .of(this::employee)
                        .reads(RegulatedForm::read)
                        .answers(this::putRegulated),
                Route.get("/bodies/{body}/hr-system", only(Role.AGENCY).orOwn(Role.HR, Role.HEAD))
                        .of(this::body)
                        .answers(this::showSystem),
                Route.put("/bodies/{body}/hr-system", only(Role.AGENCY))
                        .of(this::body)
                        .reads(SystemForm::read)
                        .answers(this::putSystem));
    }

    private static Optional<String> act(Caller caller, Path path) {
        return Optional.of(path.get("act")).filter(ORDER_120::equals);
    }

    private static Optional<NormForm.Place> paragraph(Caller caller, Path path) {
        return act(caller, path)
                .flatMap(_ -> Norm.named(path.get("paragraph")))
                .flatMap(norm ->
                        Days.day(path.get("from")).map(from -> new NormForm.Place(norm, from)));
    }

    private Optional<Beginning> beginning(Caller caller, Path path) {
        return body(caller, path)
                .flatMap(body -> Days.day(path.get("from")).map(from -> new Beginning(body, from)));
    }

    /// Somebody whom the body's staff names.
    private Optional<Regulated> employee(Caller caller, Path path) {
        return body(caller, path)
                .flatMap(body ->
                        Optional.of(path.get("employee"))
                                .filter(name -> SUBJECT.matcher(name).matches())
                                .filter(name -> staffs.of(body).knows(name))
                                .map(name -> new Regulated(body, name)));
    }

    private Optional<String> body(Caller caller, Path path) {
        return bodies.find(path.get("body")).map(StateBody::id);
    }

    /// A body whose rules the caller may read: a subdivision those of the bodies that it receives.
    private Optional<String> readable(Caller caller, Path path) {
        return bodies.find(path.get("body"))
                .filter(body ->
                        authorities.reads(caller, body)
                                || List.of(Role.HR, Role.HEAD, Role.EMPLOYEE).stream()
                                        .anyMatch(role -> caller.has(role, body.id())))
                .map(StateBody::id);
    }

    private Input.Result<LocalDate> day(Request request) {
        LocalDate today = AlmatyTime.day(clock.instant());
        return asked(request, day -> day.orElse(today));
    }

    private static Input.Result<Optional<LocalDate>> optionalDay(Request request) {
        return asked(request, Function.identity());
    }

    private static <T> Input.Result<T> asked(
            Request request, Function<Optional<LocalDate>, T> taken) {
        Optional<String> text = request.query("on");
        Optional<LocalDate> day = text.flatMap(Days::day);
        return text.isPresent() && day.isEmpty()
                ? Days.wrong("on")
                : new Input.Accepted<>(taken.apply(day));
    }

    private Response showSettings(Caller caller, Path path) {
        return Response.ok(SettingsForm.json(regimes.settings()));
    }

    private Response putSettings(Caller caller, Path path, SettingsForm form) {
        Edition<Chosen> standing = regimes.settings();
        return answer(
                regimes.put(form.on(standing.value()), seen(form.seen()), caller),
                SettingsForm::json,
                () -> Optional.of(regimes.settings()));
    }

    private Response showNorms(Caller caller, String act, LocalDate day) {
        List<Edition<Wording>> loaded = regimes.wordings();
        ObjectNode json = Json.object().put("on", day.toString());
        var norms = json.putArray("norms");
        Arrays.stream(Norm.values()).forEach(norm -> norms.add(NormForm.json(norm, day, loaded)));
        return Response.ok(json);
    }

    private Response putNorm(Caller caller, NormForm.Place place, NormForm form) {
        return answer(
                regimes.put(form.wording(), seen(form.seen()), caller),
                NormForm::json,
                () ->
                        regimes.wordings().stream()
                                .filter(edition ->
                                        edition.value().norm() == place.norm()
                                                && edition.value().from().equals(place.from()))
                                .findFirst());
    }

    private Response showRules(Caller caller, String body, Optional<LocalDate> on) {
        List<Edition<WorkRules>> rules = regimes.rules(body);
        ObjectNode json = Json.object();
        var list = json.putArray("rules");
        rules.stream()
                .filter(edition -> on.map(day -> inForce(edition.value(), rules, day)).orElse(true))
                .forEach(edition -> list.add(RulesForm.json(edition)));
        return Response.ok(json);
    }

    private static boolean inForce(WorkRules rules, List<Edition<WorkRules>> all, LocalDate day) {
        return WorkRules.of(
                        all.stream()
                                .map(Edition::value)
                                .filter(other -> other.unit().equals(rules.unit()))
                                .toList(),
                        rules.unit(),
                        day)
                .filter(rules::equals)
                .isPresent();
    }

    private Response putRules(Caller caller, Beginning at, RulesForm form) {
        return answer(
                regimes.put(at.body(), form.rules(), seen(form.seen()), caller),
                RulesForm::json,
                () ->
                        regimes.rules(at.body()).stream()
                                .filter(edition ->
                                        edition.value().unit().equals(form.rules().unit())
                                                && edition.value().from().equals(at.from()))
                                .findFirst());
    }

    private Response showRegulated(Caller caller, Regulated of) {
        return Response.ok(
                regimes.regulatedHours(of.body(), of.employee())
                        .map(edition -> RegulatedForm.json(of.employee(), edition))
                        .orElseGet(() -> RegulatedForm.none(of.employee())));
    }

    private Response putRegulated(Caller caller, Regulated of, RegulatedForm form) {
        return answer(
                regimes.put(of.body(), of.employee(), form.hours(), seen(form.seen()), caller),
                edition -> RegulatedForm.json(of.employee(), edition),
                () -> regimes.regulatedHours(of.body(), of.employee()));
    }

    private Response showSystem(Caller caller, String body) {
        return Response.ok(SystemForm.json(regimes.personnelSystem(body)));
    }

    private Response putSystem(Caller caller, String body, SystemForm form) {
        return answer(
                regimes.put(body, form.system(), seen(form.seen()), caller),
                SystemForm::json,
                () -> Optional.of(regimes.personnelSystem(body)));
    }

    /// Who names no version has seen that nothing stands.
    private static OptionalLong seen(OptionalLong named) {
        return OptionalLong.of(named.orElse(0));
    }

    /// Who names a version of what does not stand is refused too, and there is nothing to show.
    private static <T> Response answer(
            Saved<T> saved,
            Function<Edition<T>, ObjectNode> json,
            Supplier<Optional<Edition<T>>> current) {
        return switch (saved) {
            case Saved.Kept<T>(var edition) -> Response.ok(json.apply(edition));
            case Saved.Changed<T> _ ->
                    current.get()
                            .map(edition -> Problem.changed(json.apply(edition)))
                            .orElseGet(() -> Problem.of(HttpProblem.CHANGED));
        };
    }
}
