package kz.bagalau.directory.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The columns of a body's list of people, one row an appointment. Columns of the person stand in
/// each of the person's rows.
enum StaffColumn {
    EMPLOYEE("employee", Of.PERSON, true, 16),
    NAME("name", Of.PERSON, true, 34),
    LAST("last", Of.PERSON, false, 18),
    FIRST("first", Of.PERSON, false, 16),
    PATRONYMIC("patronymic", Of.PERSON, false, 18),
    EMAIL("email", Of.PERSON, false, 24),
    MOBILE("mobile", Of.PERSON, false, 16),
    WEEK("week", Of.PERSON, false, 8),
    UNIT("unit", Of.APPOINTMENT, true, 16),
    POSITION_KK("position.kk", Of.APPOINTMENT, true, 30),
    POSITION_RU("position.ru", Of.APPOINTMENT, true, 30),
    CATEGORY("category", Of.APPOINTMENT, false, 10),
    LEADING("leading", Of.APPOINTMENT, false, 9),
    UNIT_HEAD("unitHead", Of.APPOINTMENT, false, 9),
    FIRST_HEAD("firstHead", Of.APPOINTMENT, false, 9),
    APPARATUS_HEAD("apparatusHead", Of.APPOINTMENT, false, 9),
    MANAGER("manager", Of.APPOINTMENT, false, 16),
    HIGHER_MANAGER("higherManager", Of.APPOINTMENT, false, 16),
    KIND("kind", Of.APPOINTMENT, false, 12),
    FROM("from", Of.APPOINTMENT, true, 12),
    TO("to", Of.APPOINTMENT, false, 12),
    END("end", Of.APPOINTMENT, false, 14),
    ABSENCES("absences", Of.PERSON, false, 44),
    SECONDMENTS("secondments", Of.PERSON, false, 34),
    VERSION("version", Of.PERSON, false, 8);

    private enum Of {
        PERSON,
        APPOINTMENT
    }

    private final String code;
    private final Of of;
    private final boolean required;
    private final double width;

    StaffColumn(String code, Of of, boolean required, double width) {
        this.code = code;
        this.of = of;
        this.required = required;
        this.width = width;
    }

    /// Its name for programs.
    String code() {
        return code;
    }

    boolean ofPerson() {
        return of == Of.PERSON;
    }

    /// Whether a list without it is none. What any other column does not say stays as it is.
    boolean required() {
        return required;
    }

    double width() {
        return width;
    }

    static Optional<StaffColumn> named(String code) {
        return Arrays.stream(values()).filter(column -> column.code.equals(code)).findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(StaffColumn::code).toList();
    }
}
