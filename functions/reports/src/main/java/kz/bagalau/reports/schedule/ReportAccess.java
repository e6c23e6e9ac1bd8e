package kz.bagalau.reports.schedule;

import static kz.bagalau.lambda.Access.only;

import java.util.Arrays;
import java.util.Optional;
import kz.bagalau.directory.StateBody;
import kz.bagalau.lambda.Access;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.reports.obligation.ReportForm;

/// Who reads which reports: those of the assessment the Agency, the body for informatization and
/// the body's own personnel service; the quarterly one on working time the last, its recipient and
/// the Agency, and not the body for informatization.
public final class ReportAccess {

    /// Whoever reads some form.
    public static final Access READERS =
            only(Role.AGENCY, Role.DIGITAL, Role.TERRITORIAL, Role.MONITOR).orOwn(Role.HR);

    private static final Access OF_THE_ASSESSMENT = only(Role.AGENCY, Role.DIGITAL).orOwn(Role.HR);

    private final QuarterlyTerms terms;

    public ReportAccess(QuarterlyTerms terms) {
        this.terms = terms;
    }

    public boolean reads(Caller caller, ReportForm form, StateBody body) {
        return form.quarterly()
                ? terms.reads(caller, body)
                : OF_THE_ASSESSMENT.admits(caller, body.id());
    }

    /// Whether the body's reports exist for the caller at all.
    public boolean readsAny(Caller caller, StateBody body) {
        return Arrays.stream(ReportForm.values()).anyMatch(form -> reads(caller, form, body));
    }

    /// The id of the authority that receives the report; empty where it is another form, or nobody
    /// receives it.
    public Optional<String> recipient(ReportForm form, StateBody body) {
        return form.quarterly()
                ? terms.recipient(body).map(authority -> authority.id())
                : Optional.empty();
    }
}
