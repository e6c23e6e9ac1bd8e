package kz.bagalau.rules.workmode;

import kz.bagalau.rules.worktime.DayHours;

/// The flexible time of one employee as it stands.
public record FlexibleTerm(Term term, DayHours hours) {}
