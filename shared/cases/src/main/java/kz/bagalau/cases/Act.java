package kz.bagalau.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/// What somebody did with a document.
///
/// @param event by the flow's name, or `read`
/// @param by the claim `sub`; `system` where it followed by itself
/// @param asked what was asked for, the reason among it: the same event of the same person that
///   asks for the same is the same act, sent again
public record Act(String event, String by, Instant at, ObjectNode asked) {

    public Act {
        asked = asked.deepCopy();
    }

    @Override
    public ObjectNode asked() {
        return asked.deepCopy();
    }
}
