package kz.bagalau.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Saved;
import kz.bagalau.lambda.Caller;
import kz.bagalau.rules.appraisal.EmployeeMethodology;
import kz.bagalau.rules.appraisal.MethodologyRecord;

/// By which act each body assesses its employees: one record a procedure, every edition kept. A
/// case keeps the edition with which it was opened.
public interface EmployeeMethodologies {

    /// The records of a body as they now stand, in the order of the procedures.
    List<Edition<MethodologyRecord>> of(String body);

    Optional<Edition<MethodologyRecord>> find(String body, EmployeeMethodology methodology);

    /// The record as it once stood.
    Optional<Edition<MethodologyRecord>> find(
            String body, EmployeeMethodology methodology, long version);

    /// The record as it stands, where it is in force on a day.
    default Optional<Edition<MethodologyRecord>> inForce(
            String body, EmployeeMethodology methodology, LocalDate day) {
        return find(body, methodology).filter(edition -> edition.value().inForce(day));
    }

    /// Stores a new edition with an audit entry; the same again changes nothing.
    ///
    /// @param seen the version that the caller has edited; 0 for a record that is new
    Saved<MethodologyRecord> put(String body, MethodologyRecord next, OptionalLong seen, Caller by);
}
