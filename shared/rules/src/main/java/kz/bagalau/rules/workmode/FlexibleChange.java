package kz.bagalau.rules.workmode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an act of flexible time goes through for one employee; the regime of the others in it goes
/// on.
public sealed interface FlexibleChange {

    /// All that is wrong with it, and what its readers should know.
    ///
    /// @param term the act for this employee as it stands
    List<Finding> findings(Term term, WorkSettings settings);

    /// An extension by agreement of the parties (¶18).
    ///
    /// @param standing the employee's other acts of flexible time
    /// @param regulated the employee's hours by work regulations
    record Extension(
            Optional<LocalDate> to,
            String agreement,
            LocalDate signed,
            List<Term> standing,
            List<RegulatedHours> regulated)
            implements FlexibleChange {

        @Override
        public List<Finding> findings(Term term, WorkSettings settings) {
            List<Finding> findings = new ArrayList<>();
            if (agreement.isBlank()) {
                findings.add(Finding.of(Fault.AGREEMENT_MISSING, "/agreement"));
            }
            // DOUBT: ¶18 does not say until when a period may be extended, read as until its last
            // day, because what has ended can only be set anew.
            if (signed.isAfter(term.lastDay())) {
                findings.add(Finding.of(Fault.NOT_IN_FORCE, "/signedOn", term.lastDay()));
            }
            if (to.isEmpty()) {
                findings.add(Finding.of(Fault.TO_MISSING, "/to"));
                return findings;
            }
            LocalDate last = to.get();
            if (!last.isAfter(term.lastDay())) {
                findings.add(Finding.of(Fault.TO_BEFORE_FROM, "/to", term.lastDay().plusDays(1)));
                return findings;
            }
            LocalDate allowed = FlexiblePeriod.lastExtended(term.lastDay(), settings);
            if (last.isAfter(allowed)) {
                findings.add(Finding.of(Fault.OVER_SIX_MONTHS, "/to", allowed));
            }
            LocalDate usual = FlexiblePeriod.lastUsual(term.from(), settings);
            if (last.isAfter(usual)) {
                findings.add(Finding.of(Fault.LONG_EXTENSION, "/to", usual));
            }
            LocalDate first = term.lastDay().plusDays(1);
            FlexibleApplication.excluded(regulated, first, last)
                    .ifPresent(basis -> findings.add(Finding.of(Fault.EXCLUDED, "/to", basis)));
            Term.overlapping(standing, first, last)
                    .ifPresent(
                            other -> findings.add(Finding.of(Fault.OVERLAPS, "/to", other.act())));
            return findings;
        }
    }

    /// A cancellation for systematic violation (¶21). Whether to cancel is the authorised person's
    /// decision.
    ///
    /// @param confirmed the days of the employee's confirmed violations that it names
    record Cancellation(List<LocalDate> confirmed, LocalDate lastDay, LocalDate signed)
            implements FlexibleChange {

        @Override
        public List<Finding> findings(Term term, WorkSettings settings) {
            List<Finding> findings = new ArrayList<>();
            long within = confirmed.stream().filter(term::on).count();
            int least = settings.get(WorkSetting.SYSTEMATIC_MIN);
            if (within < least) {
                findings.add(Finding.of(Fault.NOT_SYSTEMATIC, "/violations", within, least));
            }
            // DOUBT: ¶21 does not say from which day the regime is over (W-30), read as after the
            // day that the act names, never before its signing, because nothing is cancelled
            // backwards.
            if (lastDay.isBefore(signed)) {
                findings.add(Finding.of(Fault.LAST_DAY_BEFORE_SIGNING, "/lastDay", signed));
            }
            if (!term.on(lastDay)) {
                findings.add(Finding.of(Fault.LAST_DAY_OUTSIDE, "/lastDay", term.lastDay()));
            }
            return findings;
        }
    }
}
