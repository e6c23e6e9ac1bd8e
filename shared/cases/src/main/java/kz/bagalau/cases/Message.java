package kz.bagalau.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// A message to somebody, to be sent when the change that causes it is stored. Whoever delivers it
/// knows the person's address; the message does not.
///
/// @param kind such as `task-opened`
/// @param content in three languages, as the queue's reader takes it
public record Message(String kind, Party to, ObjectNode content) {

    public Message {
        content = content.deepCopy();
    }

    @Override
    public ObjectNode content() {
        return content.deepCopy();
    }
}
