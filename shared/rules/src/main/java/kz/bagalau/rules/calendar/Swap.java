package kz.bagalau.rules.calendar;

import java.time.LocalDate;

/// A working day and a weekly day off that an act lets change places (CAL.2, 4).
public record Swap(LocalDate off, LocalDate work, String basis) {}
