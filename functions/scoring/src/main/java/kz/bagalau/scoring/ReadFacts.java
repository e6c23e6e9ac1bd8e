package kz.bagalau.scoring;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.regex.Pattern;
import kz.bagalau.facts.Facts;
import kz.bagalau.facts.dynamo.DynamoFacts;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.Audience;

/// `GET /facts/{body}/{year}` (agency, digital, the body's own hr): the facts in force, each with
/// its source.
public final class ReadFacts
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final Pattern YEAR = Pattern.compile("20\\d\\d");

    private final Facts facts;

    public ReadFacts() {
        this(DynamoFacts.here());
    }

    ReadFacts(Facts facts) {
        this.facts = facts;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, this::handle);
    }

    private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        Caller caller = Caller.of(event);
        String body = Http.path(event, "body");
        if (!caller.has(Role.AGENCY) && !caller.has(Role.DIGITAL) && !caller.has(Role.HR, body)) {
            return Http.problem(event, caller.refusal());
        }
        String year = Http.path(event, "year");
        if (!YEAR.matcher(year).matches()) {
            return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        }
        Audience reader = caller.has(Role.AGENCY) ? Audience.AGENCY : Audience.BODY;
        return Http.json(
                200, FactSetJson.write(facts.of(body, Integer.parseInt(year)).shownTo(reader)));
    }
}
