package kz.bagalau.cases;

import java.util.List;
import java.util.Optional;
import kz.bagalau.lambda.Idempotency;

/// The files that objects name as their `document`. What names one is noted with the change that
/// first does, see [Change#files].
public interface Enclosures {

    /// Notes what somebody is about to send.
    ///
    /// @return false where the kept reply stands already
    boolean add(Enclosure enclosure, Optional<Idempotency.Reply> reply);

    Optional<Enclosure> find(String id);

    /// Notes that an object which is no case names the file. It is noted before the object is
    /// stored: where that fails, the object shows no such name, and answers for no such file.
    void name(String id, Reference object);

    /// What names the file.
    List<Reference> namedBy(String id);

    /// Lets nobody name a file any more. The file itself is not this store's.
    void withdraw(String id);

    /// Notes that an object that was destroyed names the file no more.
    void release(String id, Reference object);
}
