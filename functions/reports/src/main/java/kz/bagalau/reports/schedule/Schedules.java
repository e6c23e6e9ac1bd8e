package kz.bagalau.reports.schedule;

import java.util.Optional;
import java.util.OptionalLong;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Saved;
import kz.bagalau.lambda.Caller;

/// The assessment schedules by year. Every edition is kept.
public interface Schedules {

    Optional<Edition<Schedule>> find(int year);

    /// Stores a new edition with an audit entry; the same again changes nothing.
    ///
    /// @param seen the version that the caller has edited; empty where the caller does not say
    Saved<Schedule> put(Schedule schedule, OptionalLong seen, Caller by);
}
