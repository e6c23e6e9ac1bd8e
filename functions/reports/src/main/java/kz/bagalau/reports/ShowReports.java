package kz.bagalau.reports;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import kz.bagalau.facts.Bodies;
import kz.bagalau.facts.Calendars;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;

/// `GET /reports?body=&year=` and `GET /reports/{report}` (own hr, agency, digital): what was sent
/// and what became of it.
final class ShowReports {

    private final Reports reports;
    private final Findings findings;
    private final Bodies bodies;
    private final Calendars calendars;
    private final ArrivedFiles arrived;
    private final Clock clock;

    ShowReports(
            Reports reports,
            Findings findings,
            Bodies bodies,
            Calendars calendars,
            ArrivedFiles arrived,
            Clock clock) {
        this.reports = reports;
        this.findings = findings;
        this.bodies = bodies;
        this.calendars = calendars;
        this.arrived = arrived;
        this.clock = clock;
    }

    APIGatewayV2HTTPResponse list(APIGatewayV2HTTPEvent event, Caller caller) {
        String body = Http.query(event, "body").orElse("");
        if (!Access.reads(caller, body)) {
            return Http.problem(event, caller.refusal());
        }
        OptionalInt year = Years.parse(Http.query(event, "year").orElse(""));
        if (year.isEmpty() || bodies.find(body).isEmpty()) {
            return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        }
        ObjectNode answer = Json.object().put("body", body).put("year", year.getAsInt());
        ArrayNode list = answer.putArray("reports");
        Reports.Year came = reports.of(body, year.getAsInt());
        ReportJson json = new ReportJson(Http.language(event), clock.instant());
        for (Report report : came.reports()) {
            list.add(
                    json.head(
                            report,
                            Optional.ofNullable(came.standing().get(report.obligation().form()))));
        }
        return Http.json(200, answer);
    }

    APIGatewayV2HTTPResponse show(APIGatewayV2HTTPEvent event, Caller caller) {
        if (!Access.readsSome(caller)) {
            return Http.problem(event, caller.refusal());
        }
        Optional<Report> found =
                ReportId.parse(Http.path(event, "report"))
                        .filter(id -> Access.reads(caller, id.body()))
                        .flatMap(reports::find)
                        .map(arrived::asItIs);
        if (found.isEmpty()) {
            return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        }
        Report report = found.get();
        ReportId id = report.id();
        return Http.json(
                200,
                new ReportJson(Http.language(event), clock.instant())
                        .whole(
                                report,
                                Optional.of(
                                        reports.standing(
                                                id.body(), id.year(), report.obligation().form())),
                                reports.reading(id),
                                reports.attachments(id),
                                findings.of(id.body(), id.year()),
                                calendars.current()));
    }
}
