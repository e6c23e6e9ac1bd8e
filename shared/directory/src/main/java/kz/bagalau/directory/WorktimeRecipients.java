package kz.bagalau.directory;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Saved;
import kz.bagalau.lambda.Caller;
import kz.bagalau.rules.monitoring.Recipient;

/// Who receives the quarterly reports of bodies that No. 121, ¶8 does not name, as the Agency has
/// entered it, in editions.
public interface WorktimeRecipients {

    Optional<Edition<Recipient.Entered>> find(String body);

    /// All that stand, by body.
    Map<String, Recipient.Entered> all();

    /// @param seen the version that was seen, 0 where nothing stood
    Saved<Recipient.Entered> put(
            String body, Recipient.Entered entered, OptionalLong seen, Caller by);
}
