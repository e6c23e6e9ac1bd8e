package kz.bagalau.reports;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.facts.Bodies;
import kz.bagalau.facts.Calendars;
import kz.bagalau.facts.Fact;
import kz.bagalau.facts.Origins;
import kz.bagalau.facts.Publication;
import kz.bagalau.facts.StateBody;
import kz.bagalau.facts.dynamo.DynamoBodies;
import kz.bagalau.facts.dynamo.DynamoCalendars;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Log;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.reports.dynamo.DynamoReports;
import kz.bagalau.reports.dynamo.DynamoSchedules;
import kz.bagalau.reports.s3.S3Files;

/// Reads the files that have come, as S3 tells of them through a queue. It may be told of a file
/// several times, of two files in any order, and may die at any moment: a decision is one
/// transaction, taken once, and what came last stands.
public final class IntakeReport implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final Reports reports;
    private final Schedules schedules;
    private final Bodies bodies;
    private final Files files;
    private final FormReadings forms;
    private final Clock clock;

    public IntakeReport() {
        this(
                DynamoReports.here(),
                DynamoSchedules.here(),
                DynamoBodies.here(),
                S3Files.here(),
                reading(DynamoCalendars.here()),
                Runtime.current().clock());
    }

    IntakeReport(
            Reports reports,
            Schedules schedules,
            Bodies bodies,
            Files files,
            FormReadings forms,
            Clock clock) {
        this.reports = reports;
        this.schedules = schedules;
        this.bodies = bodies;
        this.files = files;
        this.forms = forms;
        this.clock = clock;
    }

    private static FormReadings reading(Calendars calendars) {
        return form ->
                form == ReportForm.ACCESS_EVENTS
                        ? new OvertimeReading(calendars)
                        : new WorkbookReading(form.form());
    }

    /// What fails comes back to the queue, and after some times goes to the dead letters.
    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
        for (SQSEvent.SQSMessage message : event.getRecords()) {
            try {
                take(Json.read(message.getBody()));
            } catch (IOException | RuntimeException e) {
                Log.failure("IntakeReport", e);
                failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failures);
    }

    /// A message of S3. The one by which it tries a new queue has no records.
    private void take(JsonNode message) throws IOException {
        for (JsonNode created : message.path("Records")) {
            String key =
                    URLDecoder.decode(
                            created.at("/s3/object/key").asText(), StandardCharsets.UTF_8);
            switch (files.place(key).orElse(null)) {
                case null -> throw new IllegalStateException("a file nobody was permitted to send");
                case Files.OfReport place ->
                        take(place, Instant.parse(created.path("eventTime").asText()));
                case Files.OfAttachment place -> take(place);
            }
        }
    }

    /// @param told when the store says that it had the file, in real time
    private void take(Files.OfReport place, Instant told) throws IOException {
        Report report =
                reports.find(place.report())
                        .filter(found -> found.place().equals(place))
                        .orElseThrow(() -> new IllegalStateException("a file without a report"));
        if (report.decided()) {
            forget(report, place); // told of again
            return;
        }
        Optional<Files.Stored> stored = files.find(place);
        Report.Receipt receipt = receipt(report, stored.map(Files.Stored::at).orElse(told));
        Report checking = report.with(Report.State.CHECKING, Optional.of(receipt));
        if (stored.isEmpty()) {
            gone(checking, receipt);
            return;
        }
        reports.checking(checking);
        Reading reading = read(checking, place, stored.get());
        Log.event(
                "report_read",
                Map.of(
                        "report",
                        report.id().toString(),
                        "errors",
                        Integer.toString(reading.errors().size())));
        Report decided = checking.with(reading.outcome());
        if (decided.state() == Report.State.ACCEPTED && !report.check()) {
            accept(decided, receipt, reading);
        } else {
            reports.decide(decided, reading);
        }
        forget(report, place);
    }

    /// What the bucket deleted before anybody could read it has to be sent again.
    private void gone(Report report, Report.Receipt receipt) {
        boolean deleted =
                report.place().fleeting()
                        && receipt.at().plus(Files.FLEETING).isBefore(clock.instant());
        if (!deleted) {
            throw new IllegalStateException("no file");
        }
        Reading nothing = Reading.failed(ReportJson.note(ReportProblem.FILE_GONE));
        reports.decide(report.with(nothing.outcome()), nothing);
    }

    /// Who passed which door when is kept no longer than it takes to count the hours; the receipt
    /// keeps the checksum of what was counted.
    private void forget(Report report, Files.OfReport place) {
        if (report.obligation().form().fleeting()) {
            files.delete(place);
        }
    }

    /// When it came and what was due is held fast once; only the attempt is a new one.
    private Report.Receipt receipt(Report report, Instant stored) {
        Instant now = clock.instant();
        return report.receipt()
                .map(held -> new Report.Receipt(held.at(), held.due(), now))
                .orElseGet(() -> {
                    Obligation about = report.obligation();
                    return new Report.Receipt(
                            report.arrived(stored),
                            schedules
                                    .find(about.year())
                                    .flatMap(edition ->
                                            edition.schedule().find(about.form(), about.period()))
                                    .map(Schedule.Item::due),
                            now);
                });
    }

    private Reading read(Report report, Files.Place place, Files.Stored stored) throws IOException {
        if (stored.bytes() != report.file().bytes()) {
            return Reading.refused(
                    ReportJson.note(
                            ReportProblem.SIZE_DIFFERS,
                            Long.toString(stored.bytes()),
                            Long.toString(report.file().bytes())));
        }
        Path copy = java.nio.file.Files.createTempFile("report", ".tmp");
        try {
            if (!files.copy(place, copy).equals(report.file().sha256())) {
                return Reading.refused(ReportJson.note(ReportProblem.CHECKSUM_DIFFERS));
            }
            Obligation about = report.obligation();
            StateBody body =
                    bodies.find(about.body())
                            .orElseThrow(() -> new IllegalStateException("no body"));
            return forms.of(about.form()).read(copy, report, body, known(about));
        } finally {
            java.nio.file.Files.deleteIfExists(copy);
        }
    }

    /// What the body's other accepted files about the same year say. One about a part of it is
    /// neither held against the year's nor measured by it: its figures are others.
    private List<Fact> known(Obligation about) {
        if (about.period().kind() != ReportPeriod.Kind.YEAR) {
            return List.of();
        }
        return reports.of(about.body(), about.year()).standing().values().stream()
                .filter(standing -> standing.form() != about.form())
                .flatMap(standing -> standing.of(about.period()).stream())
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

    private void take(Files.OfAttachment place) throws IOException {
        Attachment attachment =
                reports.find(place.report(), place.token())
                        .orElseThrow(() -> new IllegalStateException("a file without a report"));
        if (attachment.receivedAt().isPresent()) {
            return; // told of again
        }
        Files.Stored stored =
                files.find(place).orElseThrow(() -> new IllegalStateException("no file"));
        Path copy = java.nio.file.Files.createTempFile("scan", ".tmp");
        try {
            if (!files.copy(place, copy).equals(attachment.file().sha256())) {
                throw new IllegalStateException("a scan with another checksum than was signed");
            }
        } finally {
            java.nio.file.Files.deleteIfExists(copy);
        }
        reports.received(attachment.received(stored.at()));
    }
}
