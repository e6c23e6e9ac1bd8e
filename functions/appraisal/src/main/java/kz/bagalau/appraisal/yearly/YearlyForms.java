package kz.bagalau.appraisal.yearly;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kz.bagalau.appraisal.desk.Points;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.appraisal.AppraisalForm;
import kz.bagalau.rules.appraisal.AppraisalSetting.MultiCase;
import kz.bagalau.rules.monitoring.Quarter;

/// What is sent about yearly scores.
public final class YearlyForms {

    private static final int MAX_BYTES = 16_384;
    private static final int MAX_REASON = 2_000;
    private static final int MAX_ID = 100;
    private static final int MAX_DAYS = 92;

    /// What a path names that names no year.
    public static final int NO_YEAR = 0;

    private static final String WORKBOOK = ".xlsx";

    private YearlyForms() {}

    /// Which list is asked for.
    ///
    /// @param workbook its language, where it is asked for as a workbook
    public record Listing(
            int year, String body, Optional<String> cursor, Optional<Language> workbook) {}

    public static Input.Result<Listing> listing(Request request) {
        int year = year(request.path("year")).orElse(NO_YEAR);
        String body = request.query("body").or(() -> request.caller().body()).orElse("");
        Optional<String> cursor = request.query("cursor");
        if (!request.rawPath().endsWith(WORKBOOK)) {
            return new Input.Accepted<>(new Listing(year, body, cursor, Optional.empty()));
        }
        String code = request.query("lang").orElse(request.language().code());
        return Arrays.stream(Language.values())
                .filter(language -> language.code().equals(code))
                .findFirst()
                .<Input.Result<Listing>>map(language ->
                        new Input.Accepted<>(
                                new Listing(year, body, cursor, Optional.of(language))))
                .orElseGet(() ->
                        new Input.Rejected<>(
                                Problem.invalid(
                                        List.of(
                                                new Problem.Error(
                                                        "lang", FieldProblem.NOT_ALLOWED, code)))));
    }

    /// The year that a path names; empty for what is none.
    public static Optional<Integer> year(String named) {
        String text =
                named.endsWith(WORKBOOK)
                        ? named.substring(0, named.length() - WORKBOOK.length())
                        : named;
        return text.matches("20\\d\\d") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    /// The quarter that a path names: `2026-Q1`, or `Q1` of its year.
    public static Optional<Quarter> quarter(int year, String named) {
        return Quarter.read(named.startsWith("Q") ? year + "-" + named : named)
                .filter(quarter -> quarter.year() == year);
    }

    /// A change of what the personnel service says about a quarter.
    ///
    /// @param field in which it stands
    /// @param said what stands there
    public record Change(Asked asked, Quarter quarter, String field, ObjectNode said) {}

    public static Input.Result<Change> choice(Request request, int year) {
        Input input = request.input(MAX_BYTES);
        OptionalLong version = Asked.version(input);
        String named = input.text("quarter", MAX_ID);
        Optional<Quarter> quarter = quarter(year, named);
        if (quarter.isEmpty() && !named.isEmpty()) {
            input.error("quarter", FieldProblem.BAD_FORMAT, year + "-Q1");
        }
        MultiCase rule = input.oneOf("rule", MultiCase.class, MultiCase.MEAN);
        ObjectNode said =
                Json.object()
                        .put("rule", rule.name())
                        .put("reason", input.text("reason", MAX_REASON));
        return input.finish(
                () -> change("choose", version, quarter.orElseThrow(), "choices", said));
    }

    public static Input.Result<Change> entry(Request request, Quarter quarter) {
        Input input = request.input(MAX_BYTES);
        OptionalLong version = Asked.version(input);
        Optional<BigDecimal> score = Points.read(input, "score");
        score.ifPresent(given -> Points.check(input, "score", given, AppraisalForm.shipped()));
        ObjectNode said =
                Json.object()
                        .put("score", score.map(Points::shown).orElse(""))
                        .put("document", input.text("document", MAX_ID))
                        .put("reason", input.text("reason", MAX_REASON));
        if (input.has("workedDays")) {
            said.put("workedDays", input.integer("workedDays", 1, MAX_DAYS));
        } else {
            input.raw("workedDays");
        }
        if (input.has("lastDay")) {
            LocalDate last = input.date("lastDay");
            if (!quarter.contains(last)) {
                input.error("lastDay", FieldProblem.NOT_ALLOWED, last.toString());
            }
            said.put("lastDay", last.toString());
        } else {
            input.raw("lastDay");
        }
        return input.finish(() -> change("enter", version, quarter, "entered", said));
    }

    private static Change change(
            String event, OptionalLong version, Quarter quarter, String field, ObjectNode said) {
        ObjectNode asked = said.deepCopy().put("quarter", quarter.toString());
        return new Change(new Asked(event, version, asked), quarter, field, said);
    }
}
