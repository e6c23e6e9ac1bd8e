package kz.bagalau.scoring;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
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
import kz.bagalau.facts.Bodies;
import kz.bagalau.facts.FactLedger;
import kz.bagalau.facts.FactSet;
import kz.bagalau.facts.StateBody;
import kz.bagalau.facts.dynamo.DynamoBodies;
import kz.bagalau.facts.dynamo.DynamoFacts;
import kz.bagalau.forms.workbook.FileType;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.operational.BodyKind;
import kz.bagalau.rules.operational.Settings;
import kz.bagalau.rules.operational.Vocabulary;

/// `GET /facts/{body}/{year}` (agency, digital, the body's own hr): the facts that stand, each with
/// its source; `GET /facts/{body}/{year}/history` (agency, digital): what was ever claimed of one;
/// `GET /facts` (agency, digital): the facts of all bodies that are scored, page by page; `GET
/// /facts.xlsx` (agency, digital): the points and sectors' scores that they enter, as a workbook.
public final class ReadFacts
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final Pattern YEAR = Pattern.compile("20\\d\\d");
    private static final String PAGE = "25";
    private static final Pattern LIMIT = Pattern.compile("[1-9]\\d?|100");

    private final FactLedger facts;
    private final Bodies bodies;

    public ReadFacts() {
        this(DynamoFacts.here(), DynamoBodies.here());
    }

    private ReadFacts(FactLedger facts, Bodies bodies) {
        this.facts = facts;
        this.bodies = bodies;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, this::handle);
    }

    private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        Caller caller = Caller.of(event);
        boolean analyst = caller.has(Role.AGENCY) || caller.has(Role.DIGITAL);
        Audience reader = caller.has(Role.AGENCY) ? Audience.AGENCY : Audience.BODY;
        if (event.getRouteKey().equals("GET /facts")) {
            return analyst ? matrix(event, reader) : Http.problem(event, caller.refusal());
        }
        if (event.getRouteKey().equals("GET /facts.xlsx")) {
            return analyst
                    ? workbook(event, caller, reader)
                    : Http.problem(event, caller.refusal());
        }
        String body = Http.path(event, "body");
        boolean history = event.getRouteKey().equals("GET /facts/{body}/{year}/history");
        if (!analyst && (history || !caller.has(Role.HR, body))) {
            return Http.problem(event, caller.refusal());
        }
        String year = Http.path(event, "year");
        Optional<StateBody> found = bodies.find(body);
        if (!YEAR.matcher(year).matches() || found.isEmpty()) {
            return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        }
        return history
                ? history(event, body, Integer.parseInt(year), reader)
                : Http.json(200, whole(found.get(), Integer.parseInt(year), reader));
    }

    private ObjectNode whole(StateBody body, int year, Audience reader) {
        FactSet set = facts.of(body.id(), year);
        ObjectNode answer = FactSetJson.write(set.shownTo(reader));
        missing(answer, set, body, reader);
        return answer;
    }

    private APIGatewayV2HTTPResponse workbook(
            APIGatewayV2HTTPEvent event, Caller caller, Audience reader) {
        String year = Http.query(event, "year").orElse("");
        if (!YEAR.matcher(year).matches()) {
            return Http.problem(event, Problem.invalid(List.of(badYear())));
        }
        Language language =
                Http.query(event, "lang")
                        .map(Language::accepted)
                        .orElseGet(() -> Http.language(event));
        List<StateBody> scored = bodies.all().stream().filter(StateBody::scored).toList();
        Map<String, FactSet> sets = new HashMap<>();
        facts.of(scored.stream().map(StateBody::id).toList(), Integer.parseInt(year))
                .forEach((body, set) -> sets.put(body, set.shownTo(reader)));
        byte[] file =
                new EnteredWorkbook(caller, Integer.parseInt(year), language).write(scored, sets);
        return Http.file(
                FileType.XLSX.mediaType(), "facts-" + year + "-" + language.code() + ".xlsx", file);
    }

    private static Problem.Error badYear() {
        return new Problem.Error("year", FieldProblem.BAD_FORMAT, "2025");
    }

    private APIGatewayV2HTTPResponse history(
            APIGatewayV2HTTPEvent event, String body, int year, Audience reader) {
        Optional<String> name = Http.query(event, "fact");
        if (name.filter(fact -> shown(fact, reader)).isEmpty()) {
            return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        }
        ObjectNode answer = Json.object().put("fact", name.get());
        ArrayNode history = answer.putArray("history");
        facts.history(body, year, name.get())
                .forEach(past -> FactSetJson.past(past.shownTo(reader), history.addObject()));
        return Http.json(200, answer);
    }

    /// Whether there is such a fact or indicator for this reader.
    private static boolean shown(String name, Audience reader) {
        return Responsible.role(name).isPresent()
                && (reader == Audience.AGENCY
                        || Vocabulary.find(name)
                                .filter(fact -> fact.audience() == Audience.AGENCY)
                                .isEmpty());
    }

    private APIGatewayV2HTTPResponse matrix(APIGatewayV2HTTPEvent event, Audience reader) {
        String year = Http.query(event, "year").orElse("");
        String limit = Http.query(event, "limit").orElse(PAGE);
        List<Problem.Error> errors = new ArrayList<>();
        if (!YEAR.matcher(year).matches()) {
            errors.add(badYear());
        }
        if (!LIMIT.matcher(limit).matches()) {
            errors.add(new Problem.Error("limit", FieldProblem.OUT_OF_RANGE, "1", "100"));
        }
        if (!errors.isEmpty()) {
            return Http.problem(event, Problem.invalid(errors));
        }
        String after = Http.query(event, "after").orElse("");
        List<StateBody> rest =
                bodies.all().stream()
                        .filter(StateBody::scored)
                        .filter(body -> body.id().compareTo(after) > 0)
                        .toList();
        List<StateBody> page = rest.subList(0, Math.min(Integer.parseInt(limit), rest.size()));
        ObjectNode answer = matrix(page, Integer.parseInt(year), reader);
        if (page.size() < rest.size()) {
            answer.put("next", page.getLast().id());
        }
        return Http.json(200, answer);
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
        Entering.inForce(period).stream()
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
