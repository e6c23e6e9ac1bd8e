package kz.bagalau.reports.finding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Times;
import kz.bagalau.reports.obligation.Obligation;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.operational.act.InformationPenalties;

/// A finding as reviewers send it and as everybody entitled reads it.
public record FindingForm(Finding.Kind kind, BigDecimal points, String basis) {

    private static final int MAX_BYTES = 16 * 1024;
    private static final int MAX_BASIS = 2_000;
    private static final Pattern POINTS = Pattern.compile("\\d{1,3}(\\.\\d{1,6})?");

    public static Input.Result<FindingForm> parse(Request request, Obligation obligation) {
        Input input = request.input(MAX_BYTES);
        var kind = input.oneOf("kind", Finding.Kind.class, Finding.Kind.INCORRECT);
        BigDecimal points = points(input, obligation.year());
        String basis = input.text("basis", MAX_BASIS);
        return input.finish(() -> new FindingForm(kind, points, basis));
    }

    /// More than 0 and not more than all penalties of ¶24 together may be.
    private static BigDecimal points(Input input, int year) {
        JsonNode sent = input.raw("points");
        if (sent.isMissingNode() || sent.isNull()) {
            input.error("points", FieldProblem.REQUIRED);
            return BigDecimal.ZERO;
        }
        String text = sent.isTextual() ? sent.textValue() : "";
        if (!POINTS.matcher(text).matches()) {
            input.error("points", FieldProblem.BAD_FORMAT, "\"2.5\"");
            return BigDecimal.ZERO;
        }
        BigDecimal points = Decimals.of(text);
        BigDecimal most = InformationPenalties.MOST.on(AssessedPeriod.ofYear(year).lawOf()).value();
        if (points.signum() == 0 || points.compareTo(most) > 0) {
            input.error("points", FieldProblem.OUT_OF_RANGE, "0.000001", Decimals.plain(most));
        }
        return points;
    }

    /// The basis on which a finding is withdrawn.
    public static Input.Result<String> withdrawal(Request request) {
        Input input = request.input(MAX_BYTES);
        String basis = input.text("basis", MAX_BASIS);
        return input.finish(() -> basis);
    }

    public static ObjectNode json(Finding finding) {
        ObjectNode json =
                Json.object()
                        .put("id", finding.id())
                        .put("kind", finding.kind().name())
                        .put("points", Decimals.plain(finding.points()))
                        .put("basis", finding.basis())
                        .put("at", Times.shown(finding.at()));
        finding.withdrawn()
                .ifPresent(withdrawal ->
                        json.putObject("withdrawn")
                                .put("basis", withdrawal.basis())
                                .put("at", Times.shown(withdrawal.at())));
        return json;
    }
}
