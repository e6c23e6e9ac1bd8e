package kz.bagalau.reports.overtime;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;

/// Which overtime is asked for: `?body=…&from=2026-01&to=2026-06&minDays=3`.
///
/// @param to not before `from`, and at most [#MOST_MONTHS] of them
/// @param minDays least number of days, 1 where none is given
record OvertimeForm(YearMonth from, YearMonth to, int minDays) {

    private static final int MOST_MONTHS = 24;
    private static final Pattern MONTH = Pattern.compile("20\\d\\d-(0[1-9]|1[0-2])");
    private static final Pattern DAYS = Pattern.compile("\\d{1,3}");
    private static final String EXAMPLE = "2026-01";

    /// Which body is asked for, and what else, so that whoever may not read of the body learns
    /// nothing of the rest.
    ///
    /// @param body empty where none is named
    record Asked<T>(String body, Input.Result<T> rest) {

        Response answer(Function<T, Response> answers) {
            return switch (rest) {
                case Input.Accepted<T>(var accepted) -> answers.apply(accepted);
                case Input.Rejected<T>(var problem) -> problem;
            };
        }
    }

    /// A range of months.
    static Input.Result<Asked<OvertimeForm>> read(Request request) {
        return new Input.Accepted<>(new Asked<>(body(request), range(request)));
    }

    /// One month: `?body=…&month=2026-03`.
    static Input.Result<Asked<YearMonth>> ofMonth(Request request) {
        List<Problem.Error> errors = new ArrayList<>();
        Optional<YearMonth> month = month(request, "month", errors);
        return new Input.Accepted<>(
                new Asked<>(
                        body(request),
                        errors.isEmpty()
                                ? new Input.Accepted<>(month.orElseThrow())
                                : new Input.Rejected<>(Problem.invalid(errors))));
    }

    private static Input.Result<OvertimeForm> range(Request request) {
        List<Problem.Error> errors = new ArrayList<>();
        Optional<YearMonth> from = month(request, "from", errors);
        Optional<YearMonth> to = month(request, "to", errors);
        Optional<String> text = request.query("minDays");
        Optional<Integer> days =
                text.filter(given -> DAYS.matcher(given).matches()).map(Integer::valueOf);
        if (text.isPresent() && days.isEmpty()) {
            errors.add(new Problem.Error("minDays", FieldProblem.BAD_FORMAT, "3"));
        }
        if (from.isPresent()
                && to.isPresent()
                && (to.get().isBefore(from.get())
                        || !to.get().isBefore(from.get().plusMonths(MOST_MONTHS)))) {
            errors.add(
                    new Problem.Error(
                            "to",
                            FieldProblem.OUT_OF_RANGE,
                            from.get().toString(),
                            from.get().plusMonths(MOST_MONTHS - 1).toString()));
        }
        return errors.isEmpty()
                ? new Input.Accepted<>(
                        new OvertimeForm(
                                from.orElseThrow(), to.orElseThrow(), Math.max(1, days.orElse(1))))
                : new Input.Rejected<>(Problem.invalid(errors));
    }

    private static String body(Request request) {
        return request.query("body").orElse("");
    }

    private static Optional<YearMonth> month(
            Request request, String name, List<Problem.Error> errors) {
        Optional<YearMonth> month =
                request.query(name)
                        .filter(text -> MONTH.matcher(text).matches())
                        .map(YearMonth::parse);
        if (month.isEmpty()) {
            errors.add(new Problem.Error(name, FieldProblem.BAD_FORMAT, EXAMPLE));
        }
        return month;
    }
}
