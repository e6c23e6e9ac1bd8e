package kz.bagalau.forms.kpi;

import java.util.List;
import java.util.Optional;
import kz.bagalau.forms.printed.Signature;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.appraisal.Grade;

/// The assessment sheet of one employee (No. 02-17/15 ¶48–55, Annex 10).
///
/// @param reference at the foot of every page
/// @param draft whether the higher manager has not agreed to it
/// @param employee surname, name, patronymic where there is one
/// @param grade by the number of indicators achieved (¶49); none while a row is open
/// @param approver the higher manager, or the first head where he is the direct manager (¶51, ¶52)
/// @param archive of an entry made afterwards
public record KpiSheet(
        String reference,
        boolean draft,
        Body body,
        Period period,
        String employee,
        LocalText position,
        List<Row> rows,
        Optional<Grade> grade,
        Signature approver,
        Signature employeeSigned,
        Signature managerSigned,
        Optional<Archive> archive) {

    public KpiSheet {
        rows = List.copyOf(rows);
    }

    /// @param actual empty while it is not known
    /// @param achieved whether fully (¶49); none while it is not known
    public record Row(
            String name, String unit, String planned, String actual, Optional<Boolean> achieved) {}
}
