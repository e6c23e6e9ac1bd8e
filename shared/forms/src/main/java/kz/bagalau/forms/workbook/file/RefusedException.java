package kz.bagalau.forms.workbook.file;

/// Carries a refusal from deep inside a file to the package's border, where it becomes a value.
public final class RefusedException extends Exception {

    private final Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.code().name(), null, false, false);
        this.refusal = refusal;
    }

    public RefusedException(Refusal.Code code, Object... details) {
        this(Refusal.of(code, details));
    }

    public Refusal refusal() {
        return refusal;
    }
}
