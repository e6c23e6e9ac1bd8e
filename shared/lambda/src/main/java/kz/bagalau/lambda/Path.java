package kz.bagalau.lambda;

import java.util.Map;

/// The parameters in a request's path, by the names that the route gives them.
public record Path(Map<String, String> parameters) {

    /// Throws [IllegalStateException] where the route has no such parameter.
    public String get(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalStateException("the route has no parameter " + name);
        }
        return value;
    }
}
