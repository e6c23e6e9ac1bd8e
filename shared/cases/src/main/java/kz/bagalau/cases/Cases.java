package kz.bagalau.cases;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import kz.bagalau.lambda.Caller;

/// The documents that stand in a state. Lists are read page by page; a cursor that cannot be of the
/// list gives no page.
public interface Cases {

    /// So many documents are looked at for one page.
    int MOST_LOOKED_AT = 5_000;

    /// Empty also where it was destroyed.
    Optional<Document> find(Reference reference);

    /// Those of the documents that stand.
    Map<Reference, Document> find(Collection<Reference> references);

    /// What remains of a document that was destroyed.
    Optional<Tombstone> tombstone(Reference reference);

    /// Stores the document, its history, its audit entry, its tasks, its messages and the kept
    /// reply, all together or nothing. Throws [IllegalArgumentException] for a change that no
    /// transaction holds, and where body or period would change.
    Written perform(Change change);

    /// Performs groups of changes in their order, in as few transactions as hold them. Each group
    /// is stored whole or not at all, also where the process dies. A group that no transaction
    /// holds is a bug.
    ///
    /// @return how many groups are stored: fewer than given where a document of the next one is not
    ///   what was seen
    int performAll(List<List<Change>> groups);

    /// What stands in the place of documents that are to be opened, each by its act.
    Map<Reference, Opened> opened(Map<Reference, Act> openings);

    /// What became of the version that a caller saw, to be asked before anything is decided on it.
    ///
    /// @param seen the document as it stands
    /// @param version that the caller names
    /// @return empty where it is the one that stands; [Written.Again] where this very act has
    ///   changed it; else [Written.Conflict]
    Optional<Written> overtaken(Document seen, long version, Act act);

    /// Those of the files that are not this caller's to name, see [Enclosure#mayBeNamedBy].
    List<String> notToBeNamed(Collection<String> files, Caller caller);

    /// Adds to the audit trail what changes nothing, such as a reading.
    void note(Reference reference, Act act);

    /// A body's documents of a kind in a state, by period.
    Optional<Page<Document>> inState(String kind, String body, String state, Paging paging);

    /// A body's documents of a kind, by period.
    ///
    /// @param period such as `2026-Q1`, or its beginning; empty for all
    Optional<Page<Document>> ofBody(String kind, String body, String period, Paging paging);

    /// The documents of a kind in which somebody has a part, by period.
    Optional<Page<Document>> of(Party party, String kind, Paging paging);

    /// The same, of a period or of those that begin so.
    Optional<Page<Document>> of(Party party, String kind, String period, Paging paging);

    /// The wanted documents of a body in a state, of a period or of those that begin so. A page is
    /// filled to its size with what is wanted, and another is named only where something wanted
    /// follows. Where [#MOST_LOOKED_AT] documents were looked at, it ends as it is.
    Optional<Page<Document>> inState(
            String kind,
            String body,
            String state,
            String period,
            Paging paging,
            Predicate<Document> wanted);

    /// The wanted documents of a body, in the same way.
    Optional<Page<Document>> ofBody(
            String kind, String body, String period, Paging paging, Predicate<Document> wanted);

    /// The wanted documents in which somebody has a part, in the same way.
    default Optional<Page<Document>> of(
            Party party, String kind, String period, Paging paging, Predicate<Document> wanted) {
        return wanted(party, kind, period, paging, _ -> wanted);
    }

    /// The same, where what is wanted rests on other documents.
    Optional<Page<Document>> wanted(
            Party party, String kind, String period, Paging paging, Wanted wanted);

    /// Which of some documents are wanted. It is asked once for each part of a list that is read,
    /// so that what it rests on can be read together.
    @FunctionalInterface
    interface Wanted {

        Predicate<Document> among(Collection<Document> documents);

        /// Only those that are both.
        default Wanted and(Predicate<Document> besides) {
            return documents -> {
                List<Document> left = documents.stream().filter(besides).toList();
                return besides.and(among(left));
            };
        }
    }

    /// From the first version on.
    Optional<Page<PastVersion>> history(Reference reference, Paging paging);

    /// The tasks of somebody by their day, those without a day last.
    ///
    /// @param until the last due day; empty for all tasks
    Optional<Page<Task>> tasks(Party owner, Optional<LocalDate> until, Paging paging);

    /// The tasks of several owners in one list, in the same order. A page ends between two tasks
    /// that differ in day, document or event, so it may be longer than asked by one task less than
    /// there are owners.
    Optional<Page<Task>> tasks(Collection<Party> owners, Optional<LocalDate> until, Paging paging);

    /// The tasks in a body's documents, in the same order. A task that was just opened or settled
    /// may be seen a moment later.
    Optional<Page<Task>> tasksOf(String body, Optional<LocalDate> until, Paging paging);

    /// The tasks in a body's documents that are due in a period, both days included; as above.
    Optional<Page<Task>> tasksOf(String body, LocalDate from, LocalDate to, Paging paging);

    /// The names in a body's list of a kind, by period, also of a document that is gone.
    Optional<Page<Reference>> listed(String kind, String body, Paging paging);

    /// The audit trail with the versions that it vouches for.
    AuditTrail trail(Reference reference);
}
