package kz.bagalau.scoring;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kz.bagalau.facts.Bodies;
import kz.bagalau.facts.FactLedger;
import kz.bagalau.facts.FactSet;
import kz.bagalau.facts.PastClaim;
import kz.bagalau.facts.Stamp;
import kz.bagalau.facts.StateBody;
import kz.bagalau.facts.dynamo.DynamoBodies;
import kz.bagalau.facts.dynamo.DynamoFacts;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.Times;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Audience;

/// `PUT /facts/{body}/{year}` (agency for the personnel direction, digital for information
/// technology): facts and points entered by hand, claims adopted, entries withdrawn. `PUT
/// /facts.xlsx` takes points and sectors' scores of many bodies from a workbook, whole or not at
/// all.
public final class EditFacts
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final Pattern YEAR = Pattern.compile("20\\d\\d");

    private final FactLedger facts;
    private final Bodies bodies;
    private final Clock clock;

    public EditFacts() {
        this(DynamoFacts.here(), DynamoBodies.here(), Runtime.current().clock());
    }

    private EditFacts(FactLedger facts, Bodies bodies, Clock clock) {
        this.facts = facts;
        this.bodies = bodies;
        this.clock = clock;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, this::handle);
    }

    private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        Caller caller = Caller.of(event);
        if (!caller.has(Role.AGENCY) && !caller.has(Role.DIGITAL)) {
            return Http.problem(event, caller.refusal());
        }
        if (event.getRouteKey().equals("PUT /facts.xlsx")) {
            return take(event, caller);
        }
        String year = Http.path(event, "year");
        Optional<StateBody> body = bodies.find(Http.path(event, "body"));
        if (!YEAR.matcher(year).matches() || body.isEmpty()) {
            return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        }
        return put(event, caller, body.get(), Integer.parseInt(year));
    }

    private APIGatewayV2HTTPResponse put(
            APIGatewayV2HTTPEvent event, Caller caller, StateBody body, int year) {
        AssessedPeriod period = AssessedPeriod.ofYear(year);
        if (Entering.inForce(period).isEmpty()) {
            return Http.problem(
                    event, Problem.of(ScoringProblem.NOT_IN_FORCE, period.lawOf().toString()));
        }
        Audience reader = caller.has(Role.AGENCY) ? Audience.AGENCY : Audience.BODY;
        while (true) {
            FactSet standing = facts.of(body.id(), year);
            switch (EditForm.parse(event, caller, body, standing.shownTo(reader))) {
                case Input.Rejected<Wish>(var problem) -> {
                    return Http.problem(event, problem);
                }
                case Input.Accepted<Wish>(var wish) -> {
                    switch (wish.upon(standing, new Stamp(caller.subject(), clock.instant()))) {
                        case Wish.Overtaken(var names) -> {
                            return Http.problem(event, overtaken(body.id(), year, names));
                        }
                        case Wish.Stands _ -> {
                            return Http.json(200, FactSetJson.write(standing.shownTo(reader)));
                        }
                        case Wish.Changes(var edit) -> {
                            if (facts.add(year, Map.of(body.id(), edit))) {
                                return Http.json(
                                        200,
                                        FactSetJson.write(
                                                facts.of(body.id(), year).shownTo(reader)));
                            }
                            // Somebody was quicker: everything is asked again of what stands now.
                        }
                    }
                }
            }
        }
    }

    private APIGatewayV2HTTPResponse take(APIGatewayV2HTTPEvent event, Caller caller) {
        String query = Http.query(event, "year").orElse("");
        if (!YEAR.matcher(query).matches()) {
            return Http.problem(
                    event,
                    Problem.invalid(
                            List.of(new Problem.Error("year", FieldProblem.BAD_FORMAT, "2025"))));
        }
        int year = Integer.parseInt(query);
        boolean check = Http.query(event, "check").filter("true"::equals).isPresent();
        Map<String, StateBody> scored = new TreeMap<>();
        bodies.all().stream()
                .filter(StateBody::scored)
                .forEach(body -> scored.put(body.id(), body));
        EnteredFile file = EnteredFile.read(bytes(event), year, Http.language(event));
        Set<String> named = new TreeSet<>();
        file.lines().forEach(line -> named.add(line.text(EnteredWorkbook.BODY)));
        named.retainAll(scored.keySet());
        while (true) {
            var taken = new EnteredImport(caller, file, scored, facts.of(named, year));
            if (!taken.errors().isEmpty()) {
                return Http.problem(event, wrong(taken.errors()));
            }
            var edits = taken.edits(new Stamp(caller.subject(), clock.instant()));
            if (edits.size() > FactLedger.MOST_AT_ONCE) {
                return Http.problem(
                        event,
                        Problem.of(
                                ScoringProblem.TOO_MANY_BODIES,
                                Integer.toString(edits.size()),
                                Integer.toString(FactLedger.MOST_AT_ONCE)));
            }
            if (check || edits.isEmpty() || facts.add(year, edits)) {
                int values =
                        edits.values().stream()
                                .mapToInt(edit -> edit.facts().size() + edit.manual().size())
                                .sum();
                return Http.json(
                        200,
                        Json.object()
                                .put("year", year)
                                .put("stored", !check)
                                .put("bodies", edits.size())
                                .put("values", values));
            }
            // Somebody was quicker with one of the bodies: all rows are asked again.
        }
    }

    private static Problem wrong(List<Problem.Error> errors) {
        return errors.stream().allMatch(error -> error.code().status() == 409)
                ? Problem.of(ScoringProblem.CHANGED, errors)
                : Problem.invalid(errors);
    }

    private static byte[] bytes(APIGatewayV2HTTPEvent event) {
        String body = event.getBody() == null ? "" : event.getBody();
        return event.getIsBase64Encoded()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    private Problem overtaken(String body, int year, List<String> names) {
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
                            ScoringProblem.FACT_CHANGED,
                            name,
                            last.map(Stamp::by).orElse("–"),
                            last.map(stamp -> Times.shown(stamp.at())).orElse("–")));
        }
        return Problem.of(ScoringProblem.CHANGED, errors);
    }
}
