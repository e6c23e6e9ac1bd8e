package kz.bagalau.reports.upload;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Predicate;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Request;
import kz.bagalau.reports.obligation.FileType;
import kz.bagalau.reports.obligation.Obligation;
import kz.bagalau.reports.obligation.ReportForm;
import kz.bagalau.reports.obligation.ReportPeriod;
import kz.bagalau.reports.obligation.ReportProblem;
import kz.bagalau.reports.obligation.Years;
import kz.bagalau.reports.report.FileClaim;

/// What a personnel service says of a file that it wants to send.
public final class UploadForm {

    private static final int MAX_BYTES = 8 * 1024;
    private static final int MAX_NAME = 255;

    /// The largest scan in bytes.
    private static final long SCAN_LIMIT = 20 * 1_048_576;

    private UploadForm() {}

    /// A report: what it is about, and the file.
    public record OfReport(
            String body, ReportForm form, ReportPeriod period, FileClaim file, boolean check) {

        Obligation obligation() {
            return new Obligation(body, form, period);
        }
    }

    public static Input.Result<OfReport> report(Request request) {
        Input input = request.input(MAX_BYTES);
        String body = input.id("body");
        String code = input.text("form", 40);
        String about = input.text("period", 10);
        Optional<ReportForm> form = ReportForm.named(code);
        Optional<ReportPeriod> period =
                ReportPeriod.parse(about).filter(named -> Years.known(named.year()));
        if (form.isEmpty() && !code.isEmpty()) {
            input.error("form", ReportProblem.UNKNOWN_FORM, code);
        }
        if (period.isEmpty() && !about.isEmpty()) {
            input.error("period", FieldProblem.BAD_FORMAT, "2025, 2025-Q1, 2025-03");
        }
        if (form.isPresent() && period.filter(form.get()::fits).isEmpty() && period.isPresent()) {
            input.error("period", ReportProblem.PERIOD_DOES_NOT_FIT, about, code);
        }
        boolean check = flag(input, "check");
        FileClaim file =
                file(
                        input,
                        form.<Predicate<FileType>>map(known -> known::takes).orElse(_ -> true),
                        form.map(known -> known.form().bytes()).orElse(Long.MAX_VALUE));
        return input.finish(
                () -> new OfReport(body, form.orElseThrow(), period.orElseThrow(), file, check));
    }

    public static Input.Result<FileClaim> attachment(Request request) {
        Input input = request.input(MAX_BYTES);
        FileClaim file = file(input, FileType::picture, SCAN_LIMIT);
        return input.finish(() -> file);
    }

    private static FileClaim file(Input input, Predicate<FileType> taken, long limit) {
        String name = input.fileName("fileName", MAX_NAME);
        Optional<FileType> type = FileType.of(name).filter(taken);
        if (type.isEmpty() && !name.isEmpty()) {
            input.error("fileName", ReportProblem.FILE_TYPE, types(taken));
        }
        long bytes = input.integer("bytes", 1, Integer.MAX_VALUE);
        if (bytes > limit) {
            input.error("bytes", ReportProblem.FILE_TOO_LARGE, Long.toString(limit));
        }
        return new FileClaim(name, type.orElse(FileType.XLSX), bytes, input.sha256("sha256"));
    }

    private static String types(Predicate<FileType> taken) {
        StringBuilder names = new StringBuilder();
        for (FileType type : FileType.values()) {
            if (taken.test(type)) {
                names.append(names.isEmpty() ? "" : ", ").append(type.ending());
            }
        }
        return names.toString();
    }

    private static boolean flag(Input input, String field) {
        JsonNode value = input.raw(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
            input.error(field, FieldProblem.WRONG_TYPE, "boolean");
        }
        return value.asBoolean(false);
    }
}
