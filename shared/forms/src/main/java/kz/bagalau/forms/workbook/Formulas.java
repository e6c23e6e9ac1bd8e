package kz.bagalau.forms.workbook;

import java.util.List;
import java.util.Locale;

/// What the formulas of a sheet may not do. Nothing is calculated here; only the last result of a
/// formula is read.
final class Formulas {

    // Functions that start programs, call libraries or fetch from the network.
    private static final List<String> OUTSIDE =
            List.of("WEBSERVICE(", "RTD(", "CALL(", "REGISTER(", "REGISTER.ID(", "EXEC(", "DDE(");

    private Formulas() {}

    /// Whether a formula starts a program or asks a server: `cmd|'/c calc'!A0` or one of the
    /// functions that do. Texts in quotation marks and sheet names in apostrophes mean nothing.
    static boolean reachOutside(CharSequence formula) {
        if (formula.isEmpty()) {
            return false;
        }
        StringBuilder code = new StringBuilder(formula.length());
        char inside = 0;
        for (int i = 0; i < formula.length(); i++) {
            char c = formula.charAt(i);
            if (inside != 0) {
                inside = c == inside ? 0 : inside;
            } else if (c == '"' || c == '\'') {
                inside = c;
            } else if (c == '|') {
                return true;
            } else if (!Character.isWhitespace(c)) {
                code.append(c);
            }
        }
        String bare = code.toString().toUpperCase(Locale.ROOT);
        return OUTSIDE.stream().anyMatch(name -> calls(bare, name));
    }

    /// `CALL(` but not `VCALL(`.
    private static boolean calls(String formula, String name) {
        for (int at = formula.indexOf(name); at >= 0; at = formula.indexOf(name, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(formula.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }
}
