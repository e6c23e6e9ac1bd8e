package kz.bagalau.facts;

import java.util.List;

/// The facts about every body and year.
public interface Facts {

    /// The facts now in force, in the order of names; empty where there are none.
    List<Fact> of(String body, int year);
}
