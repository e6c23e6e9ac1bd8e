package kz.bagalau.reports.obligation;

import java.util.Optional;
import kz.bagalau.lambda.Input;

/// That a body owes a form about a period. Its id, such as `min-digital.appendix-1.2025`, says all
/// three.
public record Obligation(String body, ReportForm form, ReportPeriod period) {

    /// The obligation of this id; empty where no body can have such a one.
    public static Optional<Obligation> parse(String id) {
        String[] parts = id.split("\\.", -1);
        if (parts.length != 3 || !Input.isId(parts[0])) {
            return Optional.empty();
        }
        return ReportForm.named(parts[1])
                .flatMap(form ->
                        ReportPeriod.parse(parts[2])
                                .filter(form::fits)
                                .filter(period -> Years.known(period.year()))
                                .map(period -> new Obligation(parts[0], form, period)));
    }

    public String id() {
        return body + "." + form.code() + "." + period.code();
    }

    public int year() {
        return period.year();
    }
}
