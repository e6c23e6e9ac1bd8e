package kz.bagalau.worktime.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Written;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.cases.http.CaseEvents;

/// Changes of other documents that are stored with the change of a request, or not at all. One for
/// each time that a request is gone through.
public final class Together implements CaseEvents.Writing {

    private final DynamoCases cases;
    private final List<Change> others = new ArrayList<>();

    public Together(DynamoCases cases) {
        this.cases = cases;
    }

    public void with(Change other) {
        others.add(other);
    }

    @Override
    public Optional<Written> write(Change change) {
        List<Change> all = new ArrayList<>(List.of(change));
        all.addAll(others);
        return cases.perform(all, transaction -> {});
    }
}
