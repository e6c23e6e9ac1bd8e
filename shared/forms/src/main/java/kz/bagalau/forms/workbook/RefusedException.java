package kz.bagalau.forms.workbook;

/// Carries a refusal from deep inside a file to the package's border, where it becomes a value.
final class RefusedException extends Exception {

    private final Refusal refusal;

    RefusedException(Refusal refusal) {
        super(refusal.code().name(), null, false, false);
        this.refusal = refusal;
    }

    RefusedException(Refusal.Code code, Object... details) {
        this(Refusal.of(code, details));
    }

    Refusal refusal() {
        return refusal;
    }
}
