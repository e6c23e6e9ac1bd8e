package kz.bagalau.workmode.desk;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Problem;

/// Days in addresses.
public final class Days {

    private static final Pattern DAY = Pattern.compile("(19|20)\\d\\d-\\d\\d-\\d\\d");

    private Days() {}

    /// A day such as `2026-12-31`; empty for what is none.
    public static Optional<LocalDate> day(String text) {
        try {
            return DAY.matcher(text).matches()
                    ? Optional.of(LocalDate.parse(text))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// What refuses a parameter that is no day.
    public static <T> Input.Result<T> wrong(String parameter) {
        return new Input.Rejected<>(
                Problem.invalid(
                        List.of(
                                new Problem.Error(
                                        parameter, FieldProblem.BAD_FORMAT, "2026-12-31"))));
    }
}
