package kz.bagalau.facts.http;

import static kz.bagalau.lambda.Access.only;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.facts.FactLedger;
import kz.bagalau.facts.FactProblem;
import kz.bagalau.facts.FactSet;
import kz.bagalau.facts.FactSetJson;
import kz.bagalau.facts.PastClaim;
import kz.bagalau.facts.Stamp;
import kz.bagalau.facts.dynamo.DynamoFacts;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.HttpFunction;
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
import kz.bagalau.lambda.Times;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Audience;

/// Facts and points entered by hand: by the Agency for the personnel direction, by the body for
/// informatization for the other. Claims are adopted, entries withdrawn; points and sectors' scores
/// of many bodies come from a workbook, whole or not at all.
public final class EditFacts extends HttpFunction {

    private static final Pattern YEAR = Pattern.compile("20\\d\\d");

    private final FactLedger facts;
    private final Bodies bodies;
    private final Clock clock;

    public EditFacts() {
        this(
                DynamoFacts.fromEnvironment(),
                DynamoBodies.fromEnvironment(),
                Runtime.current().clock());
    }

    private EditFacts(FactLedger facts, Bodies bodies, Clock clock) {
        this.facts = facts;
        this.bodies = bodies;
        this.clock = clock;
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.put("/facts/{body}/{year}", only(Role.AGENCY, Role.DIGITAL))
                        .of(this::bodyOfYear)
                        .readsWith(this::edit)
                        .answers(this::put),
                Route.put("/facts.xlsx", only(Role.AGENCY, Role.DIGITAL))
                        .reads(EditFacts::upload)
                        .answers(this::take));
    }

    private record BodyOfYear(StateBody body, int year) {}

    private Optional<BodyOfYear> bodyOfYear(Caller caller, Path path) {
        return YEAR.matcher(path.get("year")).matches()
                ? bodies.find(path.get("body"))
                        .map(body -> new BodyOfYear(body, Integer.parseInt(path.get("year"))))
                : Optional.empty();
    }

    /// @param standing what the request was read against
    private record Edited(FactSet standing, EditRequest request) {}

    private Input.Result<Edited> edit(Request request, BodyOfYear about) {
        AssessedPeriod period = AssessedPeriod.ofYear(about.year());
        if (EntryRules.inForce(period).isEmpty()) {
            return new Input.Rejected<>(
                    Problem.of(FactProblem.NOT_IN_FORCE, period.lawOf().toString()));
        }
        FactSet standing = facts.of(about.body().id(), about.year());
        FactSet seen = standing.shownTo(reader(request.caller()));
        return switch (EditForm.parse(request, about.body(), seen)) {
            case Input.Rejected<EditRequest>(var problem) -> new Input.Rejected<>(problem);
            case Input.Accepted<EditRequest>(var edit) ->
                    new Input.Accepted<>(new Edited(standing, edit));
        };
    }

    private static Audience reader(Caller caller) {
        return caller.has(Role.AGENCY) ? Audience.AGENCY : Audience.BODY;
    }

    private Response put(Caller caller, BodyOfYear about, Edited edited) {
        String body = about.body().id();
        Stamp stamp = new Stamp(caller.subject(), clock.instant());
        return switch (edited.request().applyTo(edited.standing(), stamp)) {
            case EditRequest.Conflict(var names) -> conflict(body, about.year(), names);
            case EditRequest.Stands _ -> shown(edited.standing(), caller);
            case EditRequest.Changes(var edit) ->
                    facts.add(about.year(), Map.of(body, edit))
                            ? shown(facts.of(body, about.year()), caller)
                            : new Response.Retry();
        };
    }

    private static Response shown(FactSet facts, Caller caller) {
        return Response.ok(FactSetJson.write(facts.shownTo(reader(caller))));
    }

    private record Upload(int year, boolean check, EnteredFile file) {}

    private static Input.Result<Upload> upload(Request request) {
        String year = request.query("year").orElse("");
        if (!YEAR.matcher(year).matches()) {
            return new Input.Rejected<>(
                    Problem.invalid(
                            List.of(new Problem.Error("year", FieldProblem.BAD_FORMAT, "2025"))));
        }
        return new Input.Accepted<>(
                new Upload(
                        Integer.parseInt(year),
                        request.query("check").filter("true"::equals).isPresent(),
                        EnteredFile.read(
                                request.bytes(), Integer.parseInt(year), request.language())));
    }

    private Response take(Caller caller, Path path, Upload upload) {
        int year = upload.year();
        Map<String, StateBody> scored = new TreeMap<>();
        bodies.all().stream()
                .filter(StateBody::scored)
                .forEach(body -> scored.put(body.id(), body));
        Set<String> named = new TreeSet<>();
        upload.file().lines().forEach(line -> named.add(line.text(EnteredWorkbook.BODY)));
        named.retainAll(scored.keySet());
        var taken = new EnteredImport(caller, upload.file(), scored, facts.of(named, year));
        if (!taken.errors().isEmpty()) {
            return wrong(taken.errors());
        }
        var edits = taken.edits(new Stamp(caller.subject(), clock.instant()));
        if (edits.size() > FactLedger.MOST_AT_ONCE) {
            return Problem.of(
                    EntryProblem.TOO_MANY_BODIES,
                    Integer.toString(edits.size()),
                    Integer.toString(FactLedger.MOST_AT_ONCE));
        }
        if (!upload.check() && !edits.isEmpty() && !facts.add(year, edits)) {
            return new Response.Retry();
        }
        int values =
                edits.values().stream()
                        .mapToInt(edit -> edit.facts().size() + edit.manual().size())
                        .sum();
        return Response.ok(
                Json.object()
                        .put("year", year)
                        .put("stored", !upload.check())
                        .put("bodies", edits.size())
                        .put("values", values));
    }

    private static Problem wrong(List<Problem.Error> errors) {
        return errors.stream().allMatch(error -> error.code().status() == 409)
                ? Problem.of(EntryProblem.CHANGED, errors)
                : Problem.invalid(errors);
    }

    private Problem conflict(String body, int year, List<String> names) {
        List<Problem.Error> errors = new ArrayList<>();
        for (String name : names) {
            Optional<Stamp> last =
                    facts.history(body, year, name).stream()
                            .map(PastClaim::stamp)
                            .flatMap(Optional::stream)
                            .findFirst();
            errors.add(
                    new Problem.Error(
                            "/seen/" + Input.escape(name),
                            EntryProblem.FACT_CHANGED,
                            name,
                            last.map(Stamp::by).orElse("–"),
                            last.map(stamp -> Times.shown(stamp.at())).orElse("–")));
        }
        return Problem.of(EntryProblem.CHANGED, errors);
    }
}
