package kz.bagalau.forms.workbook.file;

import java.util.List;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Texts;

/// Why a file is not read, or not read to its end. Says what its sender can do.
///
/// @param sheet where it was found; empty for the file as a whole
/// @param cell its address such as `B7`; empty for a sheet or file as a whole
/// @param details what the message names: a limit, what the file really is
public record Refusal(Code code, String sheet, String cell, List<String> details) {

    private static final Texts TEXTS = Texts.beside(Refusal.class, "refusals.properties");

    public enum Code {
        FILE_EMPTY,
        FILE_TOO_LARGE,
        /// Another type than the name says; the message names it.
        FILE_TYPE,
        /// A workbook of Excel 97–2003 (.xls).
        FILE_OLD_WORKBOOK,
        FILE_ENCRYPTED,
        /// Macros, ActiveX or other programs inside.
        FILE_MACROS,
        /// Values that come from other files, servers or databases.
        FILE_EXTERNAL_LINKS,
        /// A formula or link that starts another program (Dynamic Data Exchange and its like).
        FILE_DDE,
        /// Other documents packed inside.
        FILE_EMBEDDED,
        /// Parts that unpack to far more than they are: a zip bomb, by intent or not.
        FILE_INFLATES,
        FILE_PARTS,
        FILE_SHEETS,
        FILE_ROWS,
        /// A document type definition, which could define entities; no workbook has one.
        FILE_DOCTYPE,
        FILE_DAMAGED,
        FILE_TEXT_TOO_LONG,
        /// A CSV file in another encoding than UTF-8.
        FILE_ENCODING,
        /// A CSV field whose quotation mark is never closed.
        FILE_QUOTES
    }

    public Refusal {
        details = List.copyOf(details);
    }

    public static Refusal of(Code code, Object... details) {
        return new Refusal(code, "", "", List.of(details).stream().map(String::valueOf).toList());
    }

    public Refusal at(String otherSheet, String otherCell) {
        return new Refusal(code, otherSheet, otherCell, details);
    }

    public LocalText message() {
        return TEXTS.text(code.name()).with(details.toArray());
    }
}
