package kz.bagalau.reports;

import static kz.bagalau.lambda.Access.own;
import static kz.bagalau.lambda.Access.signedIn;

import java.time.Clock;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.Calendars;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.directory.dynamo.DynamoCalendars;
import kz.bagalau.facts.WorkTimes;
import kz.bagalau.facts.dynamo.DynamoWorkTimes;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.DynamoIdempotency;
import kz.bagalau.reports.dynamo.DynamoFindings;
import kz.bagalau.reports.dynamo.DynamoPersonalLooks;
import kz.bagalau.reports.dynamo.DynamoReports;
import kz.bagalau.reports.dynamo.DynamoSchedules;
import kz.bagalau.reports.finding.Findings;
import kz.bagalau.reports.obligation.BodyYear;
import kz.bagalau.reports.overtime.PersonalLooks;
import kz.bagalau.reports.report.ArrivedFiles;
import kz.bagalau.reports.report.Files;
import kz.bagalau.reports.report.Reports;
import kz.bagalau.reports.s3.S3Files;
import kz.bagalau.reports.schedule.QuarterlyTerms;
import kz.bagalau.reports.schedule.ReportAccess;
import kz.bagalau.reports.schedule.Schedules;
import kz.bagalau.reports.shown.ShowReports;
import kz.bagalau.reports.upload.PermitUpload;
import kz.bagalau.reports.upload.ShowForms;
import kz.bagalau.reports.upload.UploadForm;

/// Everything a personnel service does to report: it takes an empty form, gets the right to send a
/// file or a scan, and sees what became of it.
public final class RequestUpload extends HttpFunction {

    private final Idempotency replies;
    private final PermitUpload permit;
    private final ShowReports show;
    private final ShowForms forms;

    public RequestUpload() {
        this(
                DynamoSchedules.fromEnvironment(),
                DynamoReports.fromEnvironment(),
                DynamoFindings.fromEnvironment(),
                DynamoBodies.fromEnvironment(),
                DynamoCalendars.fromEnvironment(),
                DynamoWorkTimes.fromEnvironment(),
                DynamoPersonalLooks.fromEnvironment(),
                S3Files.fromEnvironment(),
                DynamoIdempotency.fromEnvironment(),
                QuarterlyTerms.fromEnvironment(),
                Runtime.current().clock());
    }

    RequestUpload(
            Schedules schedules,
            Reports reports,
            Findings findings,
            Bodies bodies,
            Calendars calendars,
            WorkTimes times,
            PersonalLooks looks,
            Files files,
            Idempotency replies,
            QuarterlyTerms terms,
            Clock clock) {
        this.replies = replies;
        this.permit = new PermitUpload(schedules, reports, findings, bodies, files, terms, clock);
        this.show =
                new ShowReports(
                        reports,
                        findings,
                        bodies,
                        calendars,
                        times,
                        looks,
                        new ReportAccess(terms),
                        new ArrivedFiles(files),
                        clock);
        this.forms = new ShowForms();
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.post("/reports", own(Role.HR))
                        .reads(UploadForm::report)
                        .about(UploadForm.OfReport::body)
                        .keeps(replies)
                        .again(permit::again)
                        .answers(permit::report),
                Route.post("/reports/{report}/attachments", own(Role.HR))
                        .of(show::find)
                        .reads(UploadForm::attachment)
                        .keeps(replies)
                        .again(permit::attachmentAgain)
                        .answers(permit::attachment),
                Route.get("/reports", ReportAccess.READERS)
                        .reads(BodyYear::read)
                        .about(BodyYear::body)
                        .answers(show::list),
                Route.get("/reports/{report}", ReportAccess.READERS)
                        .of(show::find)
                        .reads(Request::inLanguage)
                        .answers(show::show),
                Route.get("/report-forms", signedIn()).answers(forms::list),
                Route.get("/report-forms/{file}", signedIn())
                        .reads(ShowForms.Asked::read)
                        .answers(forms::template));
    }
}
