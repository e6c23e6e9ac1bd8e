package kz.bagalau.rules.staff;

import java.util.List;

/// The first head's decision that people directly subordinate to them are assessed by the head of
/// the apparatus (No. 245, ¶3).
public record ApparatusDecision(String id, List<String> employees, Span span, Order order) {

    public ApparatusDecision {
        Ids.check(id);
        employees = List.copyOf(employees);
        if (employees.isEmpty()) {
            throw new IllegalArgumentException(id + " concerns nobody");
        }
    }
}
