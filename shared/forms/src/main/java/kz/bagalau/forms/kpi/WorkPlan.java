package kz.bagalau.forms.kpi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.bagalau.forms.printed.Signature;
import kz.bagalau.rules.LocalText;

/// The individual work plan of one employee (No. 02-17/15 ¶43–47, Annex 9).
///
/// @param reference at the foot of every page
/// @param draft whether it is not approved
/// @param employee surname, name, patronymic where there is one
/// @param rows five in a plan that was submitted (¶47), any number before
/// @param approver the higher manager, or the first head where he is the direct manager (¶44, ¶45)
/// @param archive of an entry made afterwards
public record WorkPlan(
        String reference,
        boolean draft,
        Body body,
        Period period,
        String employee,
        LocalText position,
        LocalText unit,
        List<Row> rows,
        Signature approver,
        Signature employeeSigned,
        Signature managerSigned,
        Optional<Archive> archive) {

    public WorkPlan {
        rows = List.copyOf(rows);
    }

    /// One key target indicator (¶46).
    public record Row(
            String name,
            String derivedFrom,
            String unit,
            String planned,
            LocalDate due,
            String keyResult) {}
}
