package kz.bagalau.forms.appraisal;

import kz.bagalau.rules.LocalText;

/// @param name surname, name, patronymic where there is one
public record Person(String name, LocalText position, LocalText unit) {}
