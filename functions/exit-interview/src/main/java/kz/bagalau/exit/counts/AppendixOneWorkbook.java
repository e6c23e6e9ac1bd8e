package kz.bagalau.exit.counts;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import kz.bagalau.directory.StateBody;
import kz.bagalau.exit.leavers.Announcement.Section;
import kz.bagalau.exit.leavers.Announcement.Unit;
import kz.bagalau.forms.workbook.writing.CellStyle;
import kz.bagalau.forms.workbook.writing.Content;
import kz.bagalau.forms.workbook.writing.Sheet;
import kz.bagalau.forms.workbook.writing.Spreadsheet;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.Texts;

/// Appendix 1 as a workbook, with the headings of the order. Column 5, in which the order repeats
/// the heading of column 6, is restored (C-09) and says so.
public final class AppendixOneWorkbook {

    private static final Texts TEXTS =
            Texts.beside(AppendixOneWorkbook.class, "appendix-1.properties");
    private static final int COLUMNS = 6;
    private static final Set<Section> PART_ONE = EnumSet.of(Section.CENTRAL, Section.TERRITORIAL);
    private static final Set<Section> PART_TWO =
            EnumSet.of(Section.DEPARTMENT, Section.DEPARTMENT_TERRITORIAL);

    private final AppendixOne appendix;
    private final Language language;
    private final Sheet sheet;

    private AppendixOneWorkbook(AppendixOne appendix, Language language, Sheet sheet) {
        this.appendix = appendix;
        this.language = language;
        this.sheet = sheet;
    }

    public static byte[] write(StateBody body, int year, AppendixOne appendix, Language language) {
        Spreadsheet workbook = new Spreadsheet(TEXTS.text("title").in(language));
        Sheet sheet = workbook.sheet(TEXTS.text("sheet").in(language));
        new AppendixOneWorkbook(appendix, language, sheet).fill(body, year);
        return workbook.bytes();
    }

    private void fill(StateBody body, int year) {
        sheet.widths(6, 44, 22, 22, 22, 22).landscape();
        sheet.across(text("title"), COLUMNS, 1, CellStyle.TITLE);
        sheet.across(body.name().in(language) + ", " + year, COLUMNS, 1, CellStyle.PLAIN.bold());
        sheet.skip(1);
        int heading = sheet.next();
        sheet.row(
                CellStyle.HEADING,
                text("column.1"),
                text("column.2"),
                text("column.3"),
                text("column.4"),
                text("column.5"),
                text("column.6"));
        sheet.row(CellStyle.HEADING, "1", "2", "3", "4", "5", "6");
        part("1", "part.1", PART_ONE, Section.TERRITORIAL);
        part("2", "part.2", PART_TWO, Section.DEPARTMENT_TERRITORIAL);
        row("", text("total"), appendix.total(), true, CellStyle.BOXED.bold());
        sheet.freeze(heading + 2, 2);
        sheet.repeat(heading, heading + 1);
        sheet.skip(1);
        sheet.across(text("note.restored"), COLUMNS, 2, CellStyle.PLAIN.italic());
        if (!appendix.over()) {
            sheet.across(text("note.running"), COLUMNS, 2, CellStyle.PLAIN.italic());
        }
        sheet.skip(1);
        sheet.across(text("signature.head"), COLUMNS, 2, CellStyle.PLAIN);
        sheet.across(text("signature.unit"), COLUMNS, 2, CellStyle.PLAIN);
        sheet.across(text("signature.date"), COLUMNS, 1, CellStyle.PLAIN);
    }

    /// A part of the form: its own units, then a line over the territorial ones.
    private void part(String number, String title, Set<Section> sections, Section territorial) {
        if (appendix.rows().isEmpty()) {
            // Nobody left: the form needs its zeros.
            row(number, text(title), appendix.total(), appendix.over(), CellStyle.BOXED.bold());
            return;
        }
        label(number, text(title), CellStyle.BOXED.bold());
        boolean headed = false;
        for (Map.Entry<Unit, Counts> row : appendix.rows().entrySet()) {
            Unit unit = row.getKey();
            if (!sections.contains(unit.section())) {
                continue;
            }
            if (unit.section() == territorial && !headed) {
                label("", text("section." + territorial.name()), CellStyle.BOXED.italic());
                headed = true;
            }
            row(
                    "",
                    unit.name().isEmpty() ? text("unnamed") : unit.name(),
                    row.getValue(),
                    appendix.over(),
                    CellStyle.BOXED);
        }
    }

    private void label(String number, String text, CellStyle style) {
        sheet.row(style, number, text, "", "", "", "");
    }

    private void row(
            String number, String name, Counts counts, boolean interviewed, CellStyle style) {
        sheet.row(
                style,
                Content.of(number),
                Content.of(name),
                Content.of(counts.service()),
                interviewed ? Content.of(counts.serviceInterviewed()) : Content.of(""),
                Content.of(counts.body()),
                interviewed ? Content.of(counts.bodyInterviewed()) : Content.of(""));
    }

    private String text(String name) {
        return TEXTS.text(name).in(language);
    }
}
