package kz.bagalau.rules.workmode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An act of the authorised person that sets remote or combined work (120 ¶4–6). By agreement it
/// may last as long as the parties wish: ¶18 limits flexible time only (W-12).
///
/// @param remoteDays of combined work; without them the place of a day is open, because ¶6 does not
///   ask the act to name them
public record RemoteAct(
        Kind kind,
        Basis basis,
        String ground,
        Optional<Cause> cause,
        List<Worker> employees,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        String place,
        Optional<RemoteDays> remoteDays) {

    public enum Kind {
        REMOTE,
        COMBINED
    }

    /// What it rests on.
    public enum Basis {
        /// ¶4: agreement of the parties.
        AGREEMENT,
        /// ¶5: an exceptional case. The employee's agreement is not asked for.
        EXCEPTIONAL
    }

    /// @param agreement the document of the employee's agreement
    public record Worker(String employee, Optional<String> agreement) {}

    /// An exceptional case (¶5).
    ///
    /// @param removed the day on which it is removed; usually not known when the act is signed
    public record Cause(Kind kind, LocalDate from, Optional<LocalDate> removed) {

        public enum Kind {
            EMERGENCY_STATE,
            MARTIAL_LAW,
            EMERGENCY,
            RESTRICTION,
            LIFE_HEALTH
        }
    }

    public RemoteAct {
        employees = List.copyOf(employees);
    }

    /// The last day of an act: the day on which its cause is removed is still within.
    public static LocalDate lastDay(LocalDate to, Optional<LocalDate> removed) {
        return removed.filter(day -> day.isBefore(to)).orElse(to);
    }

    /// All that is wrong with it, and what its readers should know.
    ///
    /// @param standing the employees' other acts of remote or combined work
    public List<Finding> findings(Map<String, List<Term>> standing) {
        List<Finding> findings = new ArrayList<>();
        if (ground.isBlank()) {
            findings.add(Finding.of(Fault.GROUND_MISSING, "/ground"));
        }
        if (employees.isEmpty()) {
            findings.add(Finding.of(Fault.EMPLOYEES_MISSING, "/employees"));
        }
        if (place.isBlank()) {
            findings.add(Finding.of(Fault.PLACE_MISSING, "/place"));
        }
        findings.addAll(Term.period(from, to));
        findings.addAll(ofCause());
        findings.addAll(ofDays());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < employees.size(); i++) {
            findings.addAll(of(employees.get(i), i, seen, standing));
        }
        to.or(() -> from)
                .filter(day -> !Norm.REMOTE_WORK.oldWording(day))
                .ifPresent(_ ->
                        findings.add(
                                Finding.of(
                                        Fault.TEXT_NOT_LOADED,
                                        "",
                                        Norm.REMOTE_WORK.code(),
                                        Norm.EQUIPMENT.code(),
                                        Norm.DUTIES.code())));
        return findings;
    }

    private List<Finding> of(
            Worker worker, int index, Set<String> seen, Map<String, List<Term>> standing) {
        List<Finding> findings = new ArrayList<>();
        String at = "/employees/" + index;
        if (!seen.add(worker.employee())) {
            findings.add(Finding.of(Fault.TWICE, at));
        }
        // DOUBT: ¶4 demands agreement and names no form (W-12), read as a document of each
        // employee, because nothing else can be shown later.
        if (basis == Basis.AGREEMENT
                && worker.agreement().filter(doc -> !doc.isBlank()).isEmpty()) {
            findings.add(Finding.of(Fault.AGREEMENT_MISSING, at + "/agreement"));
        }
        from.flatMap(first ->
                        to.flatMap(last ->
                                Term.overlapping(
                                        standing.getOrDefault(worker.employee(), List.of()),
                                        first,
                                        last)))
                .ifPresent(other -> findings.add(Finding.of(Fault.OVERLAPS, at, other.act())));
        return findings;
    }

    private List<Finding> ofCause() {
        if (basis == Basis.AGREEMENT) {
            return List.of();
        }
        if (cause.isEmpty()) {
            return List.of(Finding.of(Fault.CAUSE_MISSING, "/cause"));
        }
        List<Finding> findings = new ArrayList<>();
        Cause why = cause.get();
        if (from.filter(day -> day.isBefore(why.from())).isPresent()) {
            findings.add(Finding.of(Fault.BEFORE_CAUSE, "/from", why.from()));
        }
        why.removed()
                .filter(removed -> to.filter(day -> day.isAfter(removed)).isPresent())
                .ifPresent(removed -> findings.add(Finding.of(Fault.BEYOND_CAUSE, "/to", removed)));
        return findings;
    }

    private List<Finding> ofDays() {
        if (remoteDays.isEmpty()) {
            return List.of();
        }
        if (kind != Kind.COMBINED) {
            return List.of(Finding.of(Fault.REMOTE_DAYS_NOT_COMBINED, "/remoteDays"));
        }
        boolean within =
                remoteDays.get().dates().stream()
                        .allMatch(day ->
                                from.filter(day::isBefore).isEmpty()
                                        && to.filter(day::isAfter).isEmpty());
        return within ? List.of() : List.of(Finding.of(Fault.REMOTE_DAYS_OUTSIDE, "/remoteDays"));
    }
}
