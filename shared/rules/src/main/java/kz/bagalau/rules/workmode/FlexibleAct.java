package kz.bagalau.rules.workmode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.rules.worktime.DayHours;

/// An act of the authorised person that sets flexible time (120 ¶17).
public record FlexibleAct(
        String ground,
        List<Fixed> employees,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        LocalDate signed) {

    /// The fixed working time of one employee.
    public record Fixed(String employee, Optional<DayHours> hours) {}

    /// What stands beside the act.
    ///
    /// @param approved the approved applications that it names
    /// @param regulated hours by work regulations, by employee
    /// @param standing the other acts of flexible time, by employee
    public record Beside(
            List<FlexibleApplication> approved,
            Map<String, List<RegulatedHours>> regulated,
            Map<String, List<Term>> standing) {}

    public FlexibleAct {
        employees = List.copyOf(employees);
    }

    /// All that is wrong with it, and what its readers should know.
    public List<Finding> findings(Beside beside, WorkSettings settings) {
        List<Finding> findings = new ArrayList<>();
        if (ground.isBlank()) {
            findings.add(Finding.of(Fault.GROUND_MISSING, "/ground"));
        }
        if (employees.isEmpty()) {
            findings.add(Finding.of(Fault.EMPLOYEES_MISSING, "/employees"));
        }
        findings.addAll(FlexibleApplication.period(from, to, settings));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < employees.size(); i++) {
            Fixed fixed = employees.get(i);
            String place = "/employees/" + i;
            if (!seen.add(fixed.employee())) {
                findings.add(Finding.of(Fault.TWICE, place));
            }
            fixed.hours()
                    .ifPresentOrElse(
                            hours ->
                                    findings.addAll(
                                            FlexibleApplication.duration(hours, place, settings)),
                            () -> findings.add(Finding.of(Fault.WORKING_TIME_MISSING, place)));
            from.filter(first -> to.filter(last -> !last.isBefore(first)).isPresent())
                    .ifPresent(first ->
                            findings.addAll(beside(fixed, place, first, to.orElseThrow(), beside)));
        }
        return findings;
    }

    private static List<Finding> beside(
            Fixed fixed, String place, LocalDate first, LocalDate last, Beside beside) {
        List<Finding> findings = new ArrayList<>();
        String employee = fixed.employee();
        FlexibleApplication.excluded(
                        beside.regulated().getOrDefault(employee, List.of()), first, last)
                .ifPresent(basis -> findings.add(Finding.of(Fault.EXCLUDED, place, basis)));
        boolean applied =
                beside.approved().stream()
                        .filter(application -> application.employee().equals(employee))
                        .anyMatch(application ->
                                fixed.hours()
                                        .map(hours -> application.covers(hours, first, last))
                                        .orElse(true));
        if (!applied) {
            findings.add(Finding.of(Fault.NO_APPLICATION, place, employee));
        }
        Term.overlapping(beside.standing().getOrDefault(employee, List.of()), first, last)
                .ifPresent(other -> findings.add(Finding.of(Fault.OVERLAPS, place, other.act())));
        return findings;
    }
}
