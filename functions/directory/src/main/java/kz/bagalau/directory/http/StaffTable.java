package kz.bagalau.directory.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.bagalau.cases.Edition;
import kz.bagalau.directory.StaffJson;
import kz.bagalau.directory.StaffRecords;
import kz.bagalau.forms.workbook.CsvText;
import kz.bagalau.forms.workbook.writing.CellStyle;
import kz.bagalau.forms.workbook.writing.Content;
import kz.bagalau.forms.workbook.writing.Sheet;
import kz.bagalau.forms.workbook.writing.Spreadsheet;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Texts;
import kz.bagalau.rules.calendar.WorkWeek;
import kz.bagalau.rules.staff.Absence;
import kz.bagalau.rules.staff.Appointment;
import kz.bagalau.rules.staff.Category;
import kz.bagalau.rules.staff.Employee;
import kz.bagalau.rules.staff.FullName;
import kz.bagalau.rules.staff.Secondment;
import kz.bagalau.rules.staff.Span;

/// A body's people as a workbook or a CSV file that can be changed and sent back ([StaffFile]): one
/// row an appointment, columns named for programs.
final class StaffTable {

    static final String BODY = "body";
    static final String YES = "1";
    static final String UNTIL = "..";
    static final String NEXT = "; ";

    private static final Texts TEXTS = Texts.beside(StaffTable.class, "staff-table.properties");
    private static final CellStyle CODES = CellStyle.PLAIN.italic();

    private final StaffRecords records;

    StaffTable(StaffRecords records) {
        this.records = records;
    }

    byte[] xlsx(LocalText body, Language language) {
        String title = TEXTS.text("title").with(body.in(language)).in(language);
        Spreadsheet book =
                new Spreadsheet(title).stamp("form", "staff/1").stamp(BODY, records.body());
        Sheet sheet = book.sheet(TEXTS.text("sheet").in(language));
        sheet.widths(Arrays.stream(StaffColumn.values()).mapToDouble(StaffColumn::width).toArray());
        sheet.across(title, StaffColumn.values().length, 1, CellStyle.TITLE);
        sheet.across(
                TEXTS.text("how").in(language), StaffColumn.values().length, 3, CellStyle.PLAIN);
        sheet.row(
                CellStyle.HEADING,
                Arrays.stream(StaffColumn.values())
                        .map(column -> TEXTS.text(column.code()).in(language))
                        .toArray(String[]::new));
        sheet.row(CODES, StaffColumn.codes().toArray(String[]::new));
        int first = sheet.next();
        for (List<String> row : rows()) {
            sheet.row(CellStyle.BOXED, row.stream().map(Content::of).toArray(Content[]::new));
        }
        sheet.freeze(first, 2);
        return book.bytes();
    }

    byte[] csv() {
        CsvText text = new CsvText().row(StaffColumn.codes());
        rows().forEach(text::row);
        return text.bytes();
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (Edition<Employee> person : records.people().values()) {
            for (Appointment held : person.value().appointments()) {
                rows.add(
                        Arrays.stream(StaffColumn.values())
                                .map(column -> text(column, person, held))
                                .toList());
            }
        }
        return rows;
    }

    private static String text(StaffColumn column, Edition<Employee> edition, Appointment held) {
        Employee person = edition.value();
        return switch (column) {
            case EMPLOYEE -> person.id();
            case NAME -> person.name();
            case LAST -> person.names().map(FullName::last).orElse("");
            case FIRST -> person.names().map(FullName::first).orElse("");
            case PATRONYMIC -> person.names().flatMap(FullName::patronymic).orElse("");
            case EMAIL -> person.email().orElse("");
            case MOBILE -> person.mobile().orElse("");
            case WEEK ->
                    person.week() == WorkWeek.FIVE_DAYS ? StaffJson.FIVE_DAYS : StaffJson.SIX_DAYS;
            case UNIT -> held.unit();
            case POSITION_KK -> held.position().kk();
            case POSITION_RU -> held.position().ru();
            case CATEGORY -> held.category().map(Category::code).orElse("");
            case LEADING -> flag(held.leading());
            case UNIT_HEAD -> flag(held.unitHead());
            case FIRST_HEAD -> flag(held.firstHead());
            case APPARATUS_HEAD -> flag(held.apparatusHead());
            case MANAGER -> held.manager().orElse("");
            case HIGHER_MANAGER -> held.higherManager().orElse("");
            case KIND -> held.kind().name();
            case FROM -> held.span().from().toString();
            case TO -> held.span().to().map(LocalDate::toString).orElse("");
            case END -> held.end().map(Enum::name).orElse("");
            case ABSENCES -> absences(person.absences());
            case SECONDMENTS -> secondments(person.secondments());
            case VERSION -> Long.toString(edition.version());
        };
    }

    private static String flag(boolean flag) {
        return flag ? YES : "";
    }

    /// `SICK 2026-01-05..2026-01-09; BUSINESS_TRIP 2026-02-02..2026-02-03`
    private static String absences(List<Absence> absences) {
        return absences.stream()
                .map(absence -> absence.kind() + " " + days(absence.span()))
                .collect(Collectors.joining(NEXT));
    }

    /// `min-digital 2026-01-05..2026-03-31`; without an end `min-digital 2026-01-05..`
    private static String secondments(List<Secondment> secondments) {
        return secondments.stream()
                .map(secondment -> secondment.to() + " " + days(secondment.span()))
                .collect(Collectors.joining(NEXT));
    }

    private static String days(Span span) {
        Optional<String> to = span.to().map(LocalDate::toString);
        return span.from() + UNTIL + to.orElse("");
    }
}
