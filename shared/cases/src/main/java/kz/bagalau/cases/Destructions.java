package kz.bagalau.cases;

import java.time.LocalDate;
import java.util.Set;

/// Destroys documents whose term of keeping has ended, under an act that is a document itself. The
/// tombstone is set first, in one transaction with everything by which the document was found; from
/// then on it does not exist. What it said goes piece by piece afterwards: whoever was cut short
/// does the same again.
public interface Destructions {

    /// The act of destruction under which documents are destroyed.
    ///
    /// @param document in which it stands, naming each of them in its field `objects`
    record Order(Reference document, String number, LocalDate date) {}

    /// Sets the tombstone in place of a document, if that is what was seen.
    ///
    /// @return whether the tombstone stands, set now or before under the same act
    boolean entomb(Document seen, Act act, Order order);

    /// The files that are named by what is left of a document's versions.
    Set<String> files(Reference destroyed);

    /// Removes what is left of a destroyed document: its versions with what was asked for, the
    /// entries of its audit trail, who was reminded of it. Nothing where no tombstone stands.
    void sweep(Reference destroyed);
}
