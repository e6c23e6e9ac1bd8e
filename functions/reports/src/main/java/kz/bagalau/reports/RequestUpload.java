package kz.bagalau.reports;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Clock;
import kz.bagalau.facts.Bodies;
import kz.bagalau.facts.Calendars;
import kz.bagalau.facts.dynamo.DynamoBodies;
import kz.bagalau.facts.dynamo.DynamoCalendars;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Replies;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.DynamoReplies;
import kz.bagalau.reports.dynamo.DynamoFindings;
import kz.bagalau.reports.dynamo.DynamoReports;
import kz.bagalau.reports.dynamo.DynamoSchedules;
import kz.bagalau.reports.s3.S3Files;

/// Everything a personnel service does to report: it takes an empty form, gets the right to send a
/// file or a scan, and sees what became of it.
public final class RequestUpload
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final PermitUpload permit;
    private final ShowReports show;
    private final ShowForms forms;

    public RequestUpload() {
        this(
                DynamoSchedules.here(),
                DynamoReports.here(),
                DynamoFindings.here(),
                DynamoBodies.here(),
                DynamoCalendars.here(),
                S3Files.here(),
                DynamoReplies.here(),
                Runtime.current().clock());
    }

    RequestUpload(
            Schedules schedules,
            Reports reports,
            Findings findings,
            Bodies bodies,
            Calendars calendars,
            Files files,
            Replies replies,
            Clock clock) {
        this.permit = new PermitUpload(schedules, reports, findings, bodies, files, replies, clock);
        this.show =
                new ShowReports(
                        reports, findings, bodies, calendars, new ArrivedFiles(files), clock);
        this.forms = new ShowForms();
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, this::handle);
    }

    private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        Caller caller = Caller.of(event);
        return switch (event.getRouteKey()) {
            case "POST /reports" -> permit.report(event, caller);
            case "POST /reports/{report}/attachments" -> permit.attachment(event, caller);
            case "GET /reports" -> show.list(event, caller);
            case "GET /reports/{report}" -> show.show(event, caller);
            case "GET /report-forms" -> forms.list(event, caller);
            case "GET /report-forms/{file}" -> forms.template(event, caller);
            default -> Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        };
    }
}
