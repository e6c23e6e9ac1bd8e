package kz.bagalau.workmode;

import java.util.Optional;
import kz.bagalau.directory.StateBody;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.monitoring.Recipient;
import kz.bagalau.rules.monitoring.ReportingBody;
import kz.bagalau.rules.operational.fact.BodyKind;

/// The authorities that monitor working time: the Agency for every body, a territorial subdivision
/// for the bodies whose reports it receives (No. 121, ¶8). A monitor belongs to the Agency or, with
/// a territory, to that subdivision, and reads what it reads.
final class Authority {

    private Authority() {}

    static boolean reads(Caller caller, StateBody body) {
        boolean monitor = caller.has(Role.MONITOR);
        boolean agency = caller.has(Role.AGENCY) || (monitor && caller.territory().isEmpty());
        return agency
                || ((monitor || caller.has(Role.TERRITORIAL))
                        && Recipient.of(kind(body), body.territory(), Optional.empty())
                                instanceof Recipient.Subdivision(var territory, var _)
                        && caller.territory().filter(territory::equals).isPresent());
    }

    // DOUBT: a body whose category nobody has entered is read by its kind of the operational
    // assessment, because both name central and local executive bodies.
    private static ReportingBody kind(StateBody body) {
        return body.category().map(Authority::kind).orElseGet(() -> kind(body.kind()));
    }

    private static ReportingBody kind(StateBody.Category category) {
        return switch (category) {
            case CENTRAL -> ReportingBody.CENTRAL;
            case LOCAL_EXEC -> ReportingBody.LOCAL_EXECUTIVE;
            case LOCAL_BUDGET_EXEC -> ReportingBody.LOCAL_BUDGET_EXECUTIVE;
            case MASLIKHAT_APPARATUS -> ReportingBody.MASLIKHAT_APPARATUS;
            case REVISION_COMMISSION -> ReportingBody.REVISION_COMMISSION;
            case OTHER -> ReportingBody.UNNAMED;
        };
    }

    private static ReportingBody kind(BodyKind kind) {
        return switch (kind) {
            case OMO -> ReportingBody.CENTRAL;
            case ZHAO -> ReportingBody.LOCAL_EXECUTIVE;
            case OTHER -> ReportingBody.UNNAMED;
        };
    }
}
