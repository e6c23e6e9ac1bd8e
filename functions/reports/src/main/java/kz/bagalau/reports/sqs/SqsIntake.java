package kz.bagalau.reports.sqs;

import java.util.function.Supplier;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.reports.intake.IntakeQueues;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The queues `ReportFiles` and `FailedReportFiles`.
public final class SqsIntake implements IntakeQueues {

    private final Supplier<SqsClient> sqs;
    private final Supplier<String> files;
    private final Supplier<String> letters;

    /// @param files address of the queue that feeds the intake; each is asked for only by what
    ///   sends there, as no function has a right to both
    /// @param letters of the one for dead letters
    public SqsIntake(Supplier<SqsClient> sqs, Supplier<String> files, Supplier<String> letters) {
        this.sqs = sqs;
        this.files = files;
        this.letters = letters;
    }

    /// The queues of this runtime's `REPORT_FILES_QUEUE` and `FAILED_REPORT_FILES_QUEUE`.
    public static SqsIntake fromEnvironment() {
        Runtime runtime = Runtime.current();
        return new SqsIntake(
                runtime::sqs,
                () -> runtime.env("REPORT_FILES_QUEUE"),
                () -> runtime.env("FAILED_REPORT_FILES_QUEUE"));
    }

    @Override
    public void read(String message) {
        send(files.get(), message);
    }

    @Override
    public void putAside(String message) {
        send(letters.get(), message);
    }

    private void send(String queue, String message) {
        sqs.get().sendMessage(request -> request.queueUrl(queue).messageBody(message));
    }
}
