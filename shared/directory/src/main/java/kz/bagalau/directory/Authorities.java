package kz.bagalau.directory;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.bagalau.cases.Edition;
import kz.bagalau.lambda.Caller;
import kz.bagalau.rules.monitoring.Recipient;
import kz.bagalau.rules.monitoring.ReportingBody;
import kz.bagalau.rules.operational.fact.BodyKind;

/// Which authority monitors which body: the Agency every one, a territorial subdivision those whose
/// reports it receives (No. 121, ¶8).
public final class Authorities {

    private final WorktimeRecipients recipients;
    private final Function<String, Optional<Recipient.Entered>> entered;

    /// @param recipients that the Agency has entered
    public Authorities(WorktimeRecipients recipients) {
        this(recipients, body -> recipients.find(body).map(Edition::value));
    }

    private Authorities(
            WorktimeRecipients recipients, Function<String, Optional<Recipient.Entered>> entered) {
        this.recipients = recipients;
        this.entered = entered;
    }

    /// The same for an answer about many bodies: what was entered is read once, now.
    public Authorities ofMany() {
        Map<String, Recipient.Entered> all = recipients.all();
        return new Authorities(recipients, body -> Optional.ofNullable(all.get(body)));
    }

    /// Where the Agency enters them.
    public WorktimeRecipients recipients() {
        return recipients;
    }

    /// Who receives a body's quarterly report.
    public Recipient recipient(StateBody body) {
        return Recipient.of(kind(body), body.territory(), entered.apply(body.id()));
    }

    /// The authority that a body belongs to.
    public Authority receiving(StateBody body) {
        return Authority.of(recipient(body));
    }

    /// Whether somebody's authority has to do with a body.
    public boolean reads(Caller caller, StateBody body) {
        return Authority.of(caller).filter(authority -> covers(authority, body)).isPresent();
    }

    /// Whether a body is an authority's to monitor.
    public boolean covers(Authority authority, StateBody body) {
        return authority.isAgency() || authority.equals(receiving(body));
    }

    // DOUBT: a body whose category nobody has entered is read by its kind of the operational
    // assessment, because both name central and local executive bodies.
    private static ReportingBody kind(StateBody body) {
        return body.category().map(Authorities::kind).orElseGet(() -> kind(body.kind()));
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
