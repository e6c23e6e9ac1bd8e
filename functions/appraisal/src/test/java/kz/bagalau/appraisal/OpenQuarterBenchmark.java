package kz.bagalau.appraisal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.bagalau.appraisal.desk.Desk;
import kz.bagalau.appraisal.opening.Opening;
import kz.bagalau.cases.Edition;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.rules.appraisal.EmployeeMethodology;
import kz.bagalau.rules.appraisal.EmployeeSettings;
import kz.bagalau.rules.appraisal.MethodologyRecord;
import kz.bagalau.rules.monitoring.Quarter;
import kz.bagalau.rules.staff.Employee;
import kz.bagalau.rules.staff.Staff;
import kz.bagalau.rules.staff.Title;
import kz.bagalau.rules.staff.Unit;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.Test;

/// What it costs to open a quarter, for each employee, as a body grows from 1,000 people to
/// 100,000: what is counted and searched for one of them must not depend on how many there are.
/// Figures to read, nothing that could fail on a busy machine. Run by the profile `bench` only.
final class OpenQuarterBenchmark {

    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000);
    private static final int IN_A_UNIT = 20;
    private static final int ROUNDS = 3;

    @Test
    void examined() {
        try (Sandbox sandbox = Sandbox.open()) {
            for (int size : SIZES) {
                long[] nanos = new long[ROUNDS];
                for (int round = 0; round < ROUNDS; round++) {
                    nanos[round] = examine(sandbox, size);
                }
                Arrays.sort(nanos);
                System.out.printf(
                        Locale.ROOT,
                        "%d people: %.1f µs each (median of %d)%n",
                        size,
                        nanos[ROUNDS / 2] / 1_000.0 / size,
                        ROUNDS);
            }
        }
    }

    /// Everything but the write, which is one transaction a case.
    private static long examine(Sandbox sandbox, int size) {
        Bureau bureau = new Bureau(sandbox);
        Desk desk = Runtime.with(bureau.functions.runtime("OpenQuarter"), bureau::desk);
        Opening opening = new Opening(desk.once(), bureau.body, staff(bureau.body, size));
        Quarter quarter = Quarter.read(Bureau.QUARTER).orElseThrow();
        var act =
                new Edition<>(
                        new MethodologyRecord(
                                EmployeeMethodology.M245,
                                new MethodologyRecord.Act(
                                        "act", "1", Bureau.LONG_AGO, Optional.empty()),
                                Bureau.LONG_AGO,
                                Optional.empty(),
                                EmployeeSettings.DEFAULTS),
                        1);
        long start = System.nanoTime();
        long opened =
                opening.people().stream()
                        .flatMap(person -> opening.subjects(person, quarter, List.of()).stream())
                        .map(subject -> opening.first(subject, quarter, act))
                        .count();
        long nanos = System.nanoTime() - start;
        if (opened != size) {
            throw new IllegalStateException(opened + " of " + size);
        }
        return nanos;
    }

    private static Staff staff(String body, int size) {
        List<Employee> people = new ArrayList<>();
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int unit = i / IN_A_UNIT;
            boolean first = i % IN_A_UNIT == 0;
            String id = "unit-" + unit;
            if (first) {
                units.add(
                        new Unit(
                                id,
                                new Title("Бөлім", "Отдел"),
                                Optional.empty(),
                                Optional.empty()));
            }
            Bureau.Held held =
                    first ? Bureau.head("D-3", "p-0") : Bureau.post("D-5", "p-" + unit * IN_A_UNIT);
            people.add(Bureau.person("p-" + i, held.in(id)));
        }
        return new Staff(body, units, people, List.of(), List.of(), List.of());
    }
}
