package kz.bagalau.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// One value about one body in one year, with where it comes from.
///
/// @param name a name of the vocabulary, such as `survey.q1`
/// @param value as the vocabulary says: a number, a decimal string, an array of them
/// @param source which tally, upload and cell, or person and basis it comes from
public record Fact(String name, JsonNode value, ObjectNode source) {}
