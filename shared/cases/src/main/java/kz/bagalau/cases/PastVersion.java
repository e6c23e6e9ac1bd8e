package kz.bagalau.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// A document as it once stood, and the act that made it so.
///
/// @param from the state before
public record PastVersion(long version, String from, String state, Act act, ObjectNode content) {}
