package kz.bagalau.directory.http;

import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/// A record of a staff as a request gives it.
///
/// @param id in the path
/// @param version that the caller saw; empty for what is to be new
/// @param pointers from a place in the record as it is stored to the place in the request
record Entered<T>(String id, T value, OptionalLong version, UnaryOperator<String> pointers) {

    Entered(String id, T value, OptionalLong version) {
        this(id, value, version, UnaryOperator.identity());
    }
}
