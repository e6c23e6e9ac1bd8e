package kz.bagalau.forms.report;

import java.util.List;
import java.util.Optional;

/// The forms in which state bodies report. Read from their definitions at the first call.
public final class Forms {

    private static final List<String> IDS =
            List.of(
                    "appendix-1",
                    "appendix-2",
                    "appendix-7",
                    "appendix-8",
                    "hr-statistics",
                    "access-events",
                    "worktime");

    private Forms() {}

    public static List<Form> all() {
        return Loaded.FORMS;
    }

    public static Optional<Form> find(String id) {
        return all().stream().filter(form -> form.id().equals(id)).findFirst();
    }

    private static final class Loaded {
        static final List<Form> FORMS = IDS.stream().map(FormDefinition::load).toList();
    }
}
