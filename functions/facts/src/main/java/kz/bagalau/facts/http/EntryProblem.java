package kz.bagalau.facts.http;

import kz.bagalau.lambda.ProblemCode;

/// What can be wrong with what analysts enter.
enum EntryProblem implements ProblemCode {
    /// A whole is entered that is less than its part.
    LESS_THAN,
    /// No indicator of bodies of this kind reads the fact, or is entered by hand.
    NOT_FOR_THIS_BODY,
    NOT_A_DOCUMENT,
    /// The origin whose claim is to be adopted claims nothing.
    NOT_CLAIMED,
    /// The value that is entered is not the one of the claim that is to be adopted.
    CLAIMED_OTHERWISE,
    /// A file that cannot be read; the argument says why.
    FILE_REFUSED,
    /// No sheet of the file has points or values.
    NOTHING_TO_IMPORT,
    /// A sheet beside those with the names of columns, which may have been one of them.
    SHEET_NOT_READ,
    /// A name of a column stands twice.
    COLUMN_REPEATED,
    /// A number under no name of a column.
    BESIDE_COLUMNS,
    /// A formula whose value is not stored.
    NOT_CALCULATED,
    /// A formula's error in the place of a text.
    ERROR_VALUE,
    CELL_NOT_READ,
    /// A value that the file does not show.
    ROW_HIDDEN,
    NO_SUCH_BODY,
    NOT_YOURS,
    ROW_CHANGED(409),
    ROW_REPEATED,
    /// The file was taken from another year.
    OTHER_YEAR,
    TOO_MANY_BODIES,
    /// One fact was changed by somebody else.
    FACT_CHANGED(409),
    /// Facts were changed by somebody else since the caller has seen them.
    CHANGED(409);

    private final int status;

    EntryProblem() {
        this(400);
    }

    EntryProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
