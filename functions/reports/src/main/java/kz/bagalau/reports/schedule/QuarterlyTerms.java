package kz.bagalau.reports.schedule;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import kz.bagalau.arrangements.Regimes;
import kz.bagalau.arrangements.dynamo.DynamoRegimes;
import kz.bagalau.directory.Authorities;
import kz.bagalau.directory.Authority;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoWorktimeRecipients;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.reports.obligation.ReportPeriod;
import kz.bagalau.rules.monitoring.Quarter;
import kz.bagalau.rules.monitoring.Recipient;
import kz.bagalau.rules.workmode.WorkSetting;
import kz.bagalau.rules.workmode.WorkSettings;

/// Who receives the quarterly report on working time, by when, and who reads it (No. 121, ¶8).
public final class QuarterlyTerms {

    private final Authorities authorities;
    private final Supplier<WorkSettings> settings;

    QuarterlyTerms(Authorities authorities, Regimes regimes) {
        this(authorities, () -> regimes.settings().value().settings());
    }

    private QuarterlyTerms(Authorities authorities, Supplier<WorkSettings> settings) {
        this.authorities = authorities;
        this.settings = settings;
    }

    /// The same for an answer about many bodies or quarters: what the Agency has entered is read
    /// once, now.
    public QuarterlyTerms ofMany() {
        WorkSettings chosen = settings.get();
        return new QuarterlyTerms(authorities.ofMany(), () -> chosen);
    }

    public static QuarterlyTerms fromEnvironment() {
        return new QuarterlyTerms(
                new Authorities(DynamoWorktimeRecipients.fromEnvironment()),
                DynamoRegimes.fromEnvironment());
    }

    /// Empty as long as the Agency has set no day: then nothing is ever late.
    public Optional<LocalDate> due(ReportPeriod period) {
        return quarter(period).reportDue(settings.get().get(WorkSetting.REPORT_DUE_DAY));
    }

    public static Quarter quarter(ReportPeriod period) {
        return Quarter.read(period.code()).orElseThrow();
    }

    /// The authority that receives a body's report; empty where nobody does.
    public Optional<Authority> recipient(StateBody body) {
        return authorities.recipient(body) instanceof Recipient.Nobody
                ? Optional.empty()
                : Optional.of(authorities.receiving(body));
    }

    /// Whether somebody acts for the authority that receives a body's report.
    public boolean receives(Caller caller, StateBody body) {
        return recipient(body).equals(Authority.of(caller)) && recipient(body).isPresent();
    }

    /// Own hr, the recipient, and the Agency.
    public boolean reads(Caller caller, StateBody body) {
        return caller.has(Role.HR, body.id()) || authorities.reads(caller, body);
    }

    /// Whether the caller belongs to an authority and not to the body.
    public boolean covers(Authority authority, StateBody body) {
        return authorities.covers(authority, body);
    }
}
