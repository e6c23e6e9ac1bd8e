package kz.bagalau.reminders;

import java.util.OptionalLong;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Saved;
import kz.bagalau.lambda.Caller;

/// The settings of the bodies; every edition is kept.
public interface BodyReminders {

    /// What a body has set; edition 0, [ReminderSettings#DEFAULT], where it has set nothing.
    Edition<ReminderSettings> find(String body);

    /// Stores a new edition; the same again changes nothing.
    ///
    /// @param seen the version that the caller has edited
    Saved<ReminderSettings> put(
            String body, ReminderSettings settings, OptionalLong seen, Caller by);
}
