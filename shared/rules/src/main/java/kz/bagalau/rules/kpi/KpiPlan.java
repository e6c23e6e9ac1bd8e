package kz.bagalau.rules.kpi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Characters;

/// An individual work plan: No. 02-17/15, ¶46, ¶47.
public record KpiPlan(AssessedPeriod period, List<Row> rows) {

    /// ¶47.
    public static final int KPI = 5;

    /// A KPI as the form of Annex 9 has it; a cell that is not filled in is empty.
    ///
    /// @param derivedFrom the indicator of an agreement or the planning document (¶46(5); G-22: one
    ///   of the two is enough)
    /// @param achievable whether the manager says so (¶46(3))
    public record Row(
            String name,
            String derivedFrom,
            String unit,
            String planned,
            Optional<LocalDate> due,
            String keyResult,
            boolean achievable) {}

    public enum Code {
        /// V-01: not exactly five.
        NOT_FIVE,
        /// V-02: a property of ¶46 is not given.
        FIELD_EMPTY,
        /// V-03: due outside the period; a warning.
        DUE_OUTSIDE;

        /// Whether the plan cannot be submitted with it.
        public boolean blocks() {
            return this != DUE_OUTSIDE;
        }
    }

    /// @param row from 0; -1 where it is about all rows
    /// @param field by its name in JSON; empty where it is about all rows
    public record Mistake(Code code, int row, String field) {}

    public KpiPlan {
        rows = List.copyOf(rows);
    }

    /// All that is wrong, row by row in the order of the form.
    // DOUBT: what makes a KPI specific, measurable and so on is not said, read as its cells being
    // filled in (§5.1), because the rest is the manager's judgement.
    public List<Mistake> mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        if (rows.size() != KPI) {
            mistakes.add(new Mistake(Code.NOT_FIVE, -1, ""));
        }
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            filled(mistakes, i, "name", !Characters.isBlank(row.name()));
            filled(mistakes, i, "derivedFrom", !Characters.isBlank(row.derivedFrom()));
            filled(mistakes, i, "unit", !Characters.isBlank(row.unit()));
            filled(mistakes, i, "planned", !Characters.isBlank(row.planned()));
            filled(mistakes, i, "due", row.due().isPresent());
            filled(mistakes, i, "keyResult", !Characters.isBlank(row.keyResult()));
            filled(mistakes, i, "achievable", row.achievable());
            if (row.due().filter(this::isOutside).isPresent()) {
                mistakes.add(new Mistake(Code.DUE_OUTSIDE, i, "due"));
            }
        }
        return mistakes;
    }

    private static void filled(List<Mistake> mistakes, int row, String field, boolean filled) {
        if (!filled) {
            mistakes.add(new Mistake(Code.FIELD_EMPTY, row, field));
        }
    }

    private boolean isOutside(LocalDate due) {
        return due.isBefore(period.from()) || due.isAfter(period.to());
    }
}
