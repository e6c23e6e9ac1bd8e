package kz.bagalau.reports;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.lambda.Log;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.s3.Uploads;
import kz.bagalau.lambda.work.Batch;
import kz.bagalau.reports.dynamo.DynamoAwaitedFiles;
import kz.bagalau.reports.dynamo.DynamoReports;
import kz.bagalau.reports.intake.ArrivalMessage;
import kz.bagalau.reports.intake.IntakeQueues;
import kz.bagalau.reports.report.AwaitedFiles;
import kz.bagalau.reports.report.Files;
import kz.bagalau.reports.report.Report;
import kz.bagalau.reports.report.Reports;
import kz.bagalau.reports.s3.S3Files;
import kz.bagalau.reports.sqs.SqsIntake;

/// Every five minutes compares the files that are awaited with those that are there. A file that
/// came and was never reported to anybody, or whose message was lost, is sent to the intake again.
public final class SweepUploads
        implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    /// Between two questions for the same file.
    private static final Duration ASKED = Duration.ofHours(1);

    /// After the end of its permission a file cannot come any more.
    private static final Duration OVER = Duration.ofDays(7);

    private final AwaitedFiles awaited;
    private final Reports reports;
    private final Files files;
    private final IntakeQueues queues;
    private final Clock clock;

    /// How it stands with an awaited file.
    private enum Standing {
        /// Nothing more will become of it.
        OVER,
        /// The intake has it, or people have its dead letter.
        IN_HAND,
        /// Nobody is known to have it.
        OPEN
    }

    public SweepUploads() {
        this(
                DynamoAwaitedFiles.fromEnvironment(),
                DynamoReports.fromEnvironment(),
                S3Files.fromEnvironment(),
                SqsIntake.fromEnvironment(),
                Runtime.current().clock());
    }

    SweepUploads(
            AwaitedFiles awaited, Reports reports, Files files, IntakeQueues queues, Clock clock) {
        this.awaited = awaited;
        this.reports = reports;
        this.files = files;
        this.queues = queues;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        Instant now = clock.instant();
        return Map.of(
                "found",
                Batch.of(awaited.all(), one -> files.key(one.place()), one -> sweep(one, now)));
    }

    /// @return whether the intake was asked for it
    private boolean sweep(AwaitedFiles.Awaited one, Instant now) {
        return switch (standing(one.place(), now)) {
            case OVER -> {
                awaited.remove(one.place());
                yield false;
            }
            case IN_HAND -> false;
            case OPEN ->
                    one.asked().filter(at -> at.plus(ASKED).isAfter(now)).isEmpty()
                            && ask(one.place(), now);
        };
    }

    private boolean ask(Files.Place place, Instant now) {
        Optional<Uploads.Stored> stored = files.find(place);
        if (stored.isEmpty()) {
            return false;
        }
        String key = files.key(place);
        queues.read(ArrivalMessage.of(new ArrivalMessage.Arrival(key, stored.get().at())));
        awaited.asked(place, now);
        Log.event("file_found", Map.of("key", key));
        return true;
    }

    private Standing standing(Files.Place place, Instant now) {
        return switch (place) {
            case Files.OfReport of ->
                    reports.find(of.report())
                            .map(report -> standing(report, now))
                            .orElse(Standing.OVER);
            case Files.OfAttachment(var report, var token) ->
                    reports.find(report, token)
                            .filter(scan -> scan.receivedAt().isEmpty())
                            .filter(scan -> !over(scan.expires(), scan.shift(), now))
                            .map(_ -> Standing.OPEN)
                            .orElse(Standing.OVER);
        };
    }

    private static Standing standing(Report report, Instant now) {
        return switch (report.state()) {
            case ACCEPTED, REJECTED, FAILED, RETURNED -> Standing.OVER;
            case AWAITING_FILE ->
                    over(report.expires(), report.shift(), now) ? Standing.OVER : Standing.OPEN;
            case CHECKING ->
                    report.putAside() || !report.givenUp(now) ? Standing.IN_HAND : Standing.OPEN;
        };
    }

    /// @param expires in real time
    private static boolean over(Instant expires, Duration shift, Instant now) {
        return expires.plus(shift).plus(OVER).isBefore(now);
    }
}
