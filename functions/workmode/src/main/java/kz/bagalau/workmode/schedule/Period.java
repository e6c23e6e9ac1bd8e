package kz.bagalau.workmode.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.workmode.act.Rows;
import kz.bagalau.workmode.desk.Days;

/// The parameters `from` and `to`: at most a year, both days included.
record Period(LocalDate from, LocalDate to) {

    private static final int MOST_DAYS = 366;

    static Input.Result<Period> read(Request request) {
        Optional<LocalDate> from = request.query(Rows.FROM).flatMap(Days::day);
        Optional<LocalDate> to = request.query(Rows.TO).flatMap(Days::day);
        if (from.isEmpty()) {
            return Days.wrong(Rows.FROM);
        }
        if (to.isEmpty()) {
            return Days.wrong(Rows.TO);
        }
        LocalDate most = from.get().plusDays(MOST_DAYS - 1);
        return to.get().isBefore(from.get()) || to.get().isAfter(most)
                ? new Input.Rejected<>(
                        Problem.invalid(
                                List.of(
                                        new Problem.Error(
                                                Rows.TO,
                                                FieldProblem.OUT_OF_RANGE,
                                                from.get().toString(),
                                                most.toString()))))
                : new Input.Accepted<>(new Period(from.get(), to.get()));
    }
}
