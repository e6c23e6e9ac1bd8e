package kz.bagalau.facts.http;

import static kz.bagalau.lambda.Access.only;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.facts.FactLedger;
import kz.bagalau.facts.FactSet;
import kz.bagalau.facts.FactSetJson;
import kz.bagalau.facts.dynamo.DynamoFacts;
import kz.bagalau.forms.workbook.file.FileType;
import kz.bagalau.lambda.Access;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
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
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.Vocabulary;
import kz.bagalau.rules.operational.setting.Settings;

/// The facts that stand, each with its source; what was ever claimed of one; the facts of all
/// bodies that are scored, page by page, and what is entered of them by hand as a workbook.
public final class ReadFacts extends HttpFunction {

    private static final Pattern YEAR = Pattern.compile("20\\d\\d");
    private static final String PAGE = "25";
    private static final Pattern LIMIT = Pattern.compile("[1-9]\\d?|100");

    private final FactLedger facts;
    private final Bodies bodies;

    public ReadFacts() {
        this(DynamoFacts.fromEnvironment(), DynamoBodies.fromEnvironment());
    }

    private ReadFacts(FactLedger facts, Bodies bodies) {
        this.facts = facts;
        this.bodies = bodies;
    }

    @Override
    protected Routes routes() {
        Access analysts = only(Role.AGENCY, Role.DIGITAL);
        return Routes.of(
                Route.get("/facts", analysts).reads(ReadFacts::page).answers(this::matrix),
                Route.get("/facts.xlsx", analysts)
                        .reads(ReadFacts::exported)
                        .answers(this::workbook),
                Route.get("/facts/{body}/{year}", analysts.orOwn(Role.HR))
                        .of(this::bodyOfYear)
                        .answers((caller, about) ->
                                Response.ok(whole(about.body(), about.year(), reader(caller)))),
                Route.get("/facts/{body}/{year}/history", analysts)
                        .of(this::bodyOfYear)
                        .readsWith(ReadFacts::fact)
                        .answers(this::history));
    }

    private record BodyOfYear(StateBody body, int year) {}

    private Optional<BodyOfYear> bodyOfYear(Caller caller, Path path) {
        return YEAR.matcher(path.get("year")).matches()
                ? bodies.find(path.get("body"))
                        .map(body -> new BodyOfYear(body, Integer.parseInt(path.get("year"))))
                : Optional.empty();
    }

    private static Audience reader(Caller caller) {
        return caller.has(Role.AGENCY) ? Audience.AGENCY : Audience.BODY;
    }

    private ObjectNode whole(StateBody body, int year, Audience reader) {
        FactSet set = facts.of(body.id(), year);
        ObjectNode answer = FactSetJson.write(set.shownTo(reader));
        missing(answer, set, body, reader);
        return answer;
    }

    private record Exported(int year, Language language) {}

    private static Input.Result<Exported> exported(Request request) {
        String year = request.query("year").orElse("");
        return YEAR.matcher(year).matches()
                ? new Input.Accepted<>(
                        new Exported(
                                Integer.parseInt(year),
                                request.query("lang")
                                        .map(Language::accepted)
                                        .orElseGet(request::language)))
                : new Input.Rejected<>(Problem.invalid(List.of(badYear())));
    }

    private Response workbook(Caller caller, Path path, Exported asked) {
        List<StateBody> scored = bodies.all().stream().filter(StateBody::scored).toList();
        Map<String, FactSet> sets = new HashMap<>();
        facts.of(scored.stream().map(StateBody::id).toList(), asked.year())
                .forEach((body, set) -> sets.put(body, set.shownTo(reader(caller))));
        Language language = asked.language();
        return new Response.File(
                FileType.XLSX.mediaType(),
                "facts-" + asked.year() + "-" + language.code() + ".xlsx",
                new EnteredWorkbook(caller, asked.year(), language).write(scored, sets));
    }

    private static Problem.Error badYear() {
        return new Problem.Error("year", FieldProblem.BAD_FORMAT, "2025");
    }

    private static Input.Result<String> fact(Request request, BodyOfYear about) {
        return request.query("fact")
                .filter(fact -> shown(fact, reader(request.caller())))
                .<Input.Result<String>>map(Input.Accepted::new)
                .orElseGet(() -> new Input.Rejected<>(Problem.of(HttpProblem.NOT_FOUND)));
    }

    private Response history(Caller caller, BodyOfYear about, String fact) {
        ObjectNode answer = Json.object().put("fact", fact);
        ArrayNode history = answer.putArray("history");
        facts.history(about.body().id(), about.year(), fact)
                .forEach(past ->
                        FactSetJson.past(past.shownTo(reader(caller)), history.addObject()));
        return Response.ok(answer);
    }

    /// Whether there is such a fact or indicator for this reader.
    private static boolean shown(String name, Audience reader) {
        return EntryRights.role(name).isPresent()
                && (reader == Audience.AGENCY
                        || Vocabulary.find(name)
                                .filter(fact -> fact.audience() == Audience.AGENCY)
                                .isEmpty());
    }

    /// A page of the matrix.
    ///
    /// @param after the body behind which it begins; empty for the first page
    private record Page(int year, int limit, String after) {}

    private static Input.Result<Page> page(Request request) {
        String year = request.query("year").orElse("");
        String limit = request.query("limit").orElse(PAGE);
        List<Problem.Error> errors = new ArrayList<>();
        if (!YEAR.matcher(year).matches()) {
            errors.add(badYear());
        }
        if (!LIMIT.matcher(limit).matches()) {
            errors.add(new Problem.Error("limit", FieldProblem.OUT_OF_RANGE, "1", "100"));
        }
        return errors.isEmpty()
                ? new Input.Accepted<>(
                        new Page(
                                Integer.parseInt(year),
                                Integer.parseInt(limit),
                                request.query("after").orElse("")))
                : new Input.Rejected<>(Problem.invalid(errors));
    }

    private Response matrix(Caller caller, Path path, Page asked) {
        List<StateBody> rest =
                bodies.all().stream()
                        .filter(StateBody::scored)
                        .filter(body -> body.id().compareTo(asked.after()) > 0)
                        .toList();
        List<StateBody> page = rest.subList(0, Math.min(asked.limit(), rest.size()));
        ObjectNode answer = matrix(page, asked.year(), reader(caller));
        if (page.size() < rest.size()) {
            answer.put("next", page.getLast().id());
        }
        return Response.ok(answer);
    }

    private ObjectNode matrix(List<StateBody> page, int year, Audience reader) {
        ObjectNode answer = Json.object().put("year", year);
        ArrayNode list = answer.putArray("bodies");
        var sets = facts.of(page.stream().map(StateBody::id).toList(), year);
        for (StateBody body : page) {
            FactSet set = Optional.ofNullable(sets.get(body.id())).orElseThrow();
            ObjectNode row = list.addObject().put("body", body.id());
            row.set("name", Json.texts(body.name()));
            row.put("kind", body.kind().name());
            row.set("facts", FactSetJson.facts(set.shownTo(reader).facts()));
            row.set("manual", FactSetJson.manual(set.manual()));
            missing(row, set, body, reader);
        }
        return answer;
    }

    private static void missing(ObjectNode answer, FactSet set, StateBody body, Audience reader) {
        ArrayNode missing = answer.putArray("missing");
        missing(set, body.kind()).stream()
                .filter(name -> shown(name, reader))
                .forEach(missing::add);
    }

    /// What the methodology asks of bodies of this kind and is not there.
    private static Set<String> missing(FactSet set, BodyKind kind) {
        AssessedPeriod period = AssessedPeriod.ofYear(set.year());
        Set<String> missing = new LinkedHashSet<>();
        EntryRules.inForce(period).stream()
                .flatMap(methodology ->
                        methodology
                                .assess(set.assessed(kind, period, Settings.DEFAULTS))
                                .directions()
                                .stream())
                .flatMap(direction -> direction.indicators().stream())
                .forEach(indicator -> {
                    if (indicator.outcome() instanceof Outcome.Incomplete(var names)) {
                        missing.addAll(names);
                    }
                });
        return missing;
    }
}
