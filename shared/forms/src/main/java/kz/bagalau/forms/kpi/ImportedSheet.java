package kz.bagalau.forms.kpi;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.forms.printed.Signature;
import kz.bagalau.rules.appraisal.Grade;

/// A plan with its sheet as a body kept them, read from a workbook: an archive entry with its
/// basis.
///
/// @param number in the file
/// @param employee the person in the directory, who may not be there
/// @param manager the direct manager in the directory
/// @param higher the higher manager in the directory
/// @param agreed when the higher manager agreed (¶52)
/// @param grade as the file has it; checked against the indicators
/// @param rows in the order of their numbers
/// @param place where it was read, for what is found out later
public record ImportedSheet(
        int number,
        String employee,
        String employeeName,
        Period period,
        String manager,
        String higher,
        LocalDate planApproved,
        LocalDate managerSigned,
        Signature employeeSigned,
        LocalDate agreed,
        Optional<Grade> grade,
        Archive archive,
        List<Row> rows,
        Place place) {

    public ImportedSheet {
        rows = List.copyOf(rows);
    }

    public record Row(
            int number,
            String name,
            String derivedFrom,
            String unit,
            String planned,
            LocalDate due,
            String keyResult,
            String actual,
            boolean achieved,
            String evidence,
            Place place) {}

    /// Where a row stands.
    ///
    /// @param sheet the name on the tab
    /// @param cells the address of each of its columns, such as `C7`
    public record Place(String sheet, Map<ImportColumn, String> cells) {

        public Place {
            cells = Map.copyOf(cells);
        }
    }
}
