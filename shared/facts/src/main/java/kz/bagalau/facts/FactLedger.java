package kz.bagalau.facts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// The facts as the analysts' desk needs them: of many bodies, with all that was ever claimed, and
/// with entries of its own.
public interface FactLedger extends Facts {

    /// How many bodies can be edited at once, all or none.
    int MOST_AT_ONCE = 99;

    /// What now stands about several bodies, by body.
    SortedMap<String, FactSet> of(Collection<String> bodies, int year);

    /// Adds edits, one a body, all or none, with an audit entry.
    ///
    /// @param edits by body, at most [#MOST_AT_ONCE]; each numbered after those that its author has
    ///   seen
    /// @return false where somebody else has edited one of the bodies in between; nothing is added
    ///   then
    boolean add(int year, Map<String, Edit> edits);

    /// All that was ever claimed of a fact, or entered for an indicator, the latest first. Claims
    /// that say nothing new are left out.
    List<PastClaim> history(String body, int year, String name);
}
