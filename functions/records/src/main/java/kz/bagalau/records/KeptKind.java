package kz.bagalau.records;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The kinds of documents that are kept for a term, in the order in which they are destroyed: what
/// others rest on comes after them.
enum KeptKind {
    /// A quarter's appraisal, with its calibration, appeal and objections.
    APPRAISAL("appraisal"),
    YEARLY_SCORE("yearly-score"),
    /// The assessment sheet, with its appeals.
    KPI_SHEET("kpi-sheet"),
    KPI_PLAN("kpi-plan"),
    /// The Commission's meeting, which is its protocol.
    COMMISSION_MEETING("commission-meeting");

    private final String code;

    KeptKind(String code) {
        this.code = code;
    }

    /// As references name it.
    String code() {
        return code;
    }

    static Optional<KeptKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findAny();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(KeptKind::code).toList();
    }
}
