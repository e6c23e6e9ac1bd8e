package kz.bagalau.rules.staff;

import kz.bagalau.rules.Characters;

/// The name of a unit or of a position in the two languages of official papers.
public record Title(String kk, String ru) {

    public Title {
        if (Characters.isBlank(kk) || Characters.isBlank(ru)) {
            throw new IllegalArgumentException("a title is given in both languages");
        }
    }
}
