package kz.bagalau.directory.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import kz.bagalau.directory.StaffRecords;
import kz.bagalau.lambda.Problem;
import kz.bagalau.rules.staff.StaffCheck;
import kz.bagalau.rules.staff.StaffFinding;

/// What is wrong in a staff after a change, as far as the change is to blame for it.
final class StaffErrors {

    private StaffErrors() {}

    /// What is wrong in the record that was entered, and what is wrong anew in others because of
    /// it.
    static List<Problem.Error> of(
            StaffRecords before,
            StaffRecords after,
            StaffFinding.In in,
            String id,
            UnaryOperator<String> pointers) {
        List<Problem.Error> own = new ArrayList<>();
        List<Problem.Error> others = new ArrayList<>();
        for (StaffFinding finding : blamed(before, after, found -> is(found, in, id))) {
            if (is(finding, in, id)) {
                own.add(error(pointers.apply(finding.pointer()), finding, finding.value()));
            } else {
                others.add(error("", finding, finding.id()));
            }
        }
        return own.isEmpty() ? others : own;
    }

    /// Findings of the records that were entered, and new ones of others.
    static List<StaffFinding> blamed(
            StaffRecords before, StaffRecords after, Predicate<StaffFinding> entered) {
        Set<StaffFinding> standing = new HashSet<>(StaffCheck.findings(before.staff()));
        return StaffCheck.findings(after.staff()).stream()
                .filter(finding -> entered.test(finding) || !standing.contains(finding))
                .toList();
    }

    static DirectoryProblem code(StaffFinding finding) {
        return switch (finding.code()) {
            case OVERLAP -> DirectoryProblem.OVERLAP;
            case UNKNOWN_UNIT -> DirectoryProblem.UNKNOWN_UNIT;
            case UNKNOWN_PERSON -> DirectoryProblem.UNKNOWN_PERSON;
            case MANAGER_CYCLE -> DirectoryProblem.MANAGER_CYCLE;
            case UNIT_CYCLE -> DirectoryProblem.UNIT_CYCLE;
            case OUTSIDE_APPOINTMENT -> DirectoryProblem.OUTSIDE_APPOINTMENT;
            case SELF -> DirectoryProblem.SELF;
        };
    }

    private static Problem.Error error(String pointer, StaffFinding finding, String value) {
        return new Problem.Error(pointer, code(finding), value);
    }

    private static boolean is(StaffFinding finding, StaffFinding.In in, String id) {
        return finding.in() == in && finding.id().equals(id);
    }
}
