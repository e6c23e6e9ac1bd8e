package kz.bagalau.scoring;

import kz.bagalau.lambda.ProblemCode;

/// What can be wrong with what scoring is asked.
enum ScoringProblem implements ProblemCode {
    /// The methodology has nothing for the period's last day.
    NOT_IN_FORCE,
    UNKNOWN_FACT,
    FACT_TYPE,
    NEGATIVE,
    NOT_WHOLE,
    FACT_TOO_LARGE,
    TOO_PRECISE,
    FACT_LENGTH,
    FACT_WORD,
    GREATER_THAN,
    UNKNOWN_INDICATOR,
    /// The indicator has a formula, so nobody enters its points.
    NOT_BY_HAND,
    ABOVE_MAXIMUM,
    UNKNOWN_SETTING,
    UNKNOWN_READING,
    /// A zero denominator is decided with a written reason only.
    REASON_NEEDED,
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

    ScoringProblem() {
        this(400);
    }

    ScoringProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
