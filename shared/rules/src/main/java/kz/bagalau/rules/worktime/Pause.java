package kz.bagalau.rules.worktime;

import java.time.LocalTime;

/// A break within working time. One that ends before it begins runs over midnight.
public record Pause(LocalTime from, LocalTime to) {}
