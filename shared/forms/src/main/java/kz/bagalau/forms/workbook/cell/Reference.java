package kz.bagalau.forms.workbook.cell;

/// Cells by their names in Excel, and text inside its XML.
public final class Reference {

    private static final int LETTERS = 26;

    private Reference() {}

    /// `B4` for row 3 and column 1.
    public static String of(int row, int column) {
        return letters(column) + (row + 1);
    }

    /// `$B$4:$B$9`.
    public static String absolute(Area area) {
        return "$"
                + letters(area.left())
                + "$"
                + (area.top() + 1)
                + ":$"
                + letters(area.right())
                + "$"
                + (area.bottom() + 1);
    }

    /// Fastexcel writes formulas and messages of validations as they are given.
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /// The number of a column by its letters, 1 for A.
    public static int column(String letters) {
        int number = 0;
        for (int i = 0; i < letters.length(); i++) {
            number = number * LETTERS + (letters.charAt(i) - 'A' + 1);
        }
        return number;
    }

    private static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }
}
