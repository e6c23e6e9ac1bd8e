package kz.bagalau.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.Calendars;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.directory.dynamo.DynamoCalendars;
import kz.bagalau.facts.Fact;
import kz.bagalau.facts.Origins;
import kz.bagalau.facts.Publication;
import kz.bagalau.facts.WorkTimes;
import kz.bagalau.facts.dynamo.DynamoWorkTimes;
import kz.bagalau.lambda.Log;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.failure.Outage;
import kz.bagalau.lambda.s3.Uploads;
import kz.bagalau.lambda.work.QueueFunction;
import kz.bagalau.lambda.work.QueueMessage;
import kz.bagalau.reports.dynamo.DynamoReports;
import kz.bagalau.reports.dynamo.DynamoSchedules;
import kz.bagalau.reports.intake.ArrivalMessage;
import kz.bagalau.reports.intake.FormReadings;
import kz.bagalau.reports.intake.IntakeQueues;
import kz.bagalau.reports.intake.WorkbookReading;
import kz.bagalau.reports.obligation.Obligation;
import kz.bagalau.reports.obligation.ReportForm;
import kz.bagalau.reports.obligation.ReportPeriod;
import kz.bagalau.reports.obligation.ReportProblem;
import kz.bagalau.reports.overtime.OvertimeReading;
import kz.bagalau.reports.report.Attachment;
import kz.bagalau.reports.report.Files;
import kz.bagalau.reports.report.Note;
import kz.bagalau.reports.report.Reading;
import kz.bagalau.reports.report.Report;
import kz.bagalau.reports.report.Reports;
import kz.bagalau.reports.report.Standing;
import kz.bagalau.reports.s3.S3Files;
import kz.bagalau.reports.schedule.QuarterlyTerms;
import kz.bagalau.reports.schedule.Schedule;
import kz.bagalau.reports.schedule.Schedules;
import kz.bagalau.reports.sqs.SqsIntake;

/// Reads the files that have come, as S3 reports them through a queue. A file may be reported
/// several times, two files in any order, and the function may die at any moment: a decision is one
/// transaction, taken once, and what came last stands.
///
/// A message whose work a crash or an [Outage] ended comes again until it is done. What ended in
/// errors of our own work too often, and what is not understood, is put aside for people.
public final class IntakeReport extends QueueFunction {

    private final Reports reports;
    private final Schedules schedules;
    private final Bodies bodies;
    private final Files files;
    private final FormReadings forms;
    private final IntakeQueues queues;
    private final QuarterlyTerms terms;
    private final Clock clock;

    /// What became of a file; of several in one message, the last of these counts.
    private enum Outcome {
        DONE,
        PUT_ASIDE,
        /// To be delivered again.
        AGAIN
    }

    public IntakeReport() {
        this(
                DynamoReports.fromEnvironment(),
                DynamoSchedules.fromEnvironment(),
                DynamoBodies.fromEnvironment(),
                S3Files.fromEnvironment(),
                reading(DynamoCalendars.fromEnvironment(), DynamoWorkTimes.fromEnvironment()),
                SqsIntake.fromEnvironment(),
                QuarterlyTerms.fromEnvironment(),
                Runtime.current().clock());
    }

    IntakeReport(
            Reports reports,
            Schedules schedules,
            Bodies bodies,
            Files files,
            FormReadings forms,
            IntakeQueues queues,
            QuarterlyTerms terms,
            Clock clock) {
        this.reports = reports;
        this.schedules = schedules;
        this.bodies = bodies;
        this.files = files;
        this.forms = forms;
        this.queues = queues;
        this.terms = terms;
        this.clock = clock;
    }

    private static FormReadings reading(Calendars calendars, WorkTimes times) {
        return form ->
                form == ReportForm.ACCESS_EVENTS
                        ? new OvertimeReading(calendars, times)
                        : new WorkbookReading(form.form());
    }

    @Override
    protected boolean work(QueueMessage message) {
        Outcome outcome =
                switch (ArrivalMessage.read(message.body())) {
                    case ArrivalMessage.Test() -> Outcome.DONE;
                    case ArrivalMessage.Foreign() -> Outcome.PUT_ASIDE;
                    case ArrivalMessage.Came(var arrivals) ->
                            arrivals.stream()
                                    .map(this::take)
                                    .max(Comparator.naturalOrder())
                                    .orElseThrow();
                };
        if (outcome == Outcome.PUT_ASIDE) {
            queues.putAside(message.body());
            Log.event("message_put_aside", Map.of("message", message.id()));
        }
        return outcome != Outcome.AGAIN;
    }

    private Outcome take(ArrivalMessage.Arrival arrival) {
        return switch (files.place(arrival.key()).orElse(null)) {
            case null -> Outcome.PUT_ASIDE; // nobody was permitted to send it
            case Files.OfReport place ->
                    reports.find(place.report())
                            .filter(found -> found.place().equals(place))
                            .map(report -> take(report, arrival.at()))
                            .orElse(Outcome.PUT_ASIDE);
            case Files.OfAttachment place ->
                    reports.find(place.report(), place.token())
                            .map(this::take)
                            .orElse(Outcome.PUT_ASIDE);
        };
    }

    /// @param reported when the store says that it had the file, in real time
    private Outcome take(Report report, Instant reported) {
        if (report.decided()) {
            forget(report); // reported again
            return Outcome.DONE;
        }
        Optional<Uploads.Stored> stored = files.find(report.place());
        Report.Receipt receipt = receipt(report, stored.map(Uploads.Stored::at).orElse(reported));
        Report checking = report.with(Report.State.CHECKING, Optional.of(receipt));
        if (stored.isEmpty()) {
            gone(checking, receipt);
            return Outcome.DONE;
        }
        reports.checking(checking);
        try {
            decide(checking, receipt, stored.get());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            if (Outage.is(e)) {
                throw e;
            }
            Log.failure("reading", e);
            return failed(checking, receipt.failedOnceMore());
        }
        forget(report);
        return Outcome.DONE;
    }

    private void decide(Report checking, Report.Receipt receipt, Uploads.Stored stored) {
        Reading reading = read(checking, stored);
        Log.event(
                "report_read",
                Map.of(
                        "report",
                        checking.id().toString(),
                        "errors",
                        Integer.toString(reading.errors().size())));
        Report decided = checking.with(reading.outcome());
        if (decided.state() == Report.State.ACCEPTED && !checking.check()) {
            accept(decided, receipt, reading);
        } else {
            reports.decide(decided, reading);
        }
    }

    private Outcome failed(Report checking, Report.Receipt receipt) {
        Report failed = checking.with(Report.State.CHECKING, Optional.of(receipt));
        reports.checking(failed);
        return failed.putAside() ? Outcome.PUT_ASIDE : Outcome.AGAIN;
    }

    /// What the bucket deleted before anybody could read it has to be sent again. What is kept and
    /// not there, or may not be read, is for people to look into.
    private void gone(Report report, Report.Receipt receipt) {
        boolean deleted =
                report.place().fleeting()
                        && receipt.at().plus(Files.FLEETING).isBefore(clock.instant());
        if (!deleted) {
            throw new Outage("a file that was reported cannot be found");
        }
        Reading nothing = Reading.failed(Note.of(ReportProblem.FILE_GONE));
        reports.decide(report.with(nothing.outcome()), nothing);
    }

    /// Who passed which door when is kept no longer than it takes to count the hours; the receipt
    /// keeps the checksum of what was counted.
    private void forget(Report report) {
        if (report.obligation().form().fleeting()) {
            files.delete(report.place());
        }
    }

    /// When it came and what was due is held fast once; only the attempt is a new one.
    private Report.Receipt receipt(Report report, Instant stored) {
        Instant now = clock.instant();
        return report.receipt()
                .map(held -> held.again(now))
                .orElseGet(() -> {
                    Obligation about = report.obligation();
                    return new Report.Receipt(report.arrived(stored), due(about), now, 0);
                });
    }

    private Optional<LocalDate> due(Obligation about) {
        return about.form().quarterly()
                ? terms.due(about.period())
                : schedules
                        .find(about.year())
                        .flatMap(edition -> edition.value().find(about.form(), about.period()))
                        .map(Schedule.Item::due);
    }

    private Reading read(Report report, Uploads.Stored stored) {
        if (stored.bytes() != report.file().bytes()) {
            return Reading.refused(
                    Note.of(
                            ReportProblem.SIZE_DIFFERS,
                            Long.toString(stored.bytes()),
                            Long.toString(report.file().bytes())));
        }
        return copied(
                report.place(),
                (copy, sha256) -> {
                    if (!sha256.equals(report.file().sha256())) {
                        return Reading.refused(Note.of(ReportProblem.CHECKSUM_DIFFERS));
                    }
                    Obligation about = report.obligation();
                    StateBody body =
                            bodies.find(about.body())
                                    .orElseThrow(() -> new IllegalStateException("no body"));
                    try {
                        return forms.of(about.form()).read(copy, report, body, known(about));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /// Does `work` with a copy of a file and its checksum.
    private <T> T copied(Files.Place place, BiFunction<Path, String, T> work) {
        Path copy = temporary();
        try {
            return work.apply(copy, files.copy(place, copy));
        } finally {
            delete(copy);
        }
    }

    private static Path temporary() {
        try {
            return java.nio.file.Files.createTempFile("report", ".tmp");
        } catch (IOException e) {
            throw new Outage("no room for a copy", e);
        }
    }

    private static void delete(Path copy) {
        try {
            java.nio.file.Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new Outage("a copy cannot be deleted", e);
        }
    }

    /// What the body's other accepted files say beside which this one is looked at.
    private List<Fact> known(Obligation about) {
        return switch (about.period().kind()) {
            case YEAR -> ofTheYear(about);
            case MONTH -> ofTheMonthsAround(about);
            case QUARTER -> List.of();
        };
    }

    /// One about a part of the year is neither held against the year's nor measured by it: its
    /// figures are others.
    private List<Fact> ofTheYear(Obligation about) {
        return reports.of(about.body(), about.year()).standing().values().stream()
                .filter(standing -> standing.form() != about.form())
                .flatMap(standing -> standing.of(about.period()).stream())
                .flatMap(accepted -> accepted.values().stream())
                .toList();
    }

    private List<Fact> ofTheMonthsAround(Obligation about) {
        YearMonth month = YearMonth.from(about.period().from());
        return Stream.of(month.minusMonths(1), month.plusMonths(1))
                .flatMap(each ->
                        reports
                                .standing(about.body(), each.getYear(), about.form())
                                .of(ReportPeriod.month(each))
                                .stream())
                .flatMap(accepted -> accepted.values().stream())
                .toList();
    }

    private void accept(Report report, Report.Receipt receipt, Reading reading) {
        Obligation about = report.obligation();
        Reports.Decided decided;
        do {
            Standing standing =
                    reports.standing(about.body(), about.year(), about.form())
                            .with(report, receipt, reading.values());
            Optional<Publication> publication =
                    standing.holds(report) && about.form().publishes(about.period())
                            ? Optional.of(publication(report, standing))
                            : Optional.empty();
            decided = reports.accept(report, reading, standing, publication);
        } while (decided == Reports.Decided.STANDING_CHANGED);
    }

    private Publication publication(Report report, Standing standing) {
        Obligation about = report.obligation();
        return new Publication(
                about.body(),
                about.year(),
                Origins.REPORT + about.form().code(),
                forms.of(about.form()).facts(standing),
                report.by(),
                clock.instant());
    }

    private Outcome take(Attachment attachment) {
        if (attachment.receivedAt().isPresent()) {
            return Outcome.DONE; // reported again
        }
        Uploads.Stored stored =
                files.find(attachment.place())
                        .orElseThrow(() -> new Outage("a scan that was reported cannot be found"));
        String announced = attachment.file().sha256();
        if (!copied(attachment.place(), (_, sha256) -> sha256.equals(announced))) {
            return Outcome.PUT_ASIDE;
        }
        reports.received(attachment.received(stored.at()));
        return Outcome.DONE;
    }
}
