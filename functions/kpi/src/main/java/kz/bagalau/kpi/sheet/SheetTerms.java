package kz.bagalau.kpi.sheet;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.http.OpenTerms;
import kz.bagalau.kpi.step.Archive;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.calendar.WorkingCalendar;

/// The last days of terms that a sheet names.
public final class SheetTerms {

    private static final OpenTerms OPEN =
            new OpenTerms(
                    Map.of(
                            Deadline.KPI_RESUBMIT,
                            OpenTerms.Field.of("resubmitBy"),
                            Deadline.KPI_TO_COMMISSION,
                            OpenTerms.Field.of("toCommissionBy"),
                            Deadline.KPI_INFORM,
                            new OpenTerms.Field(SheetContent::decision, "informBy"),
                            Deadline.KPI_APPEAL,
                            new OpenTerms.Field(SheetContent::decision, "appealBy")));

    /// Where the employee may still appeal (¶69): of a closed sheet the window has passed, and an
    /// appeal ends it.
    private static final Set<String> WINDOW = Set.of("DECIDED", "APPROVED", "INFORMED");

    private SheetTerms() {}

    /// A sheet with the days that its open terms have by the calendar as it stands now. An entry of
    /// the archive has no open terms.
    public static Document current(
            Document sheet, SheetKind kind, Supplier<WorkingCalendar> calendar) {
        if (Archive.isEntry(sheet)) {
            return sheet;
        }
        Set<Deadline> others =
                WINDOW.contains(sheet.state()) ? Set.of(Deadline.KPI_APPEAL) : Set.of();
        return OPEN.of(sheet, kind, others, calendar);
    }
}
