package kz.bagalau.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Structured logs, one JSON object a line on standard output. They hold what happened and to which
/// survey, run or body; never a person, an address, a code, a token or an answer.
public final class Log {

    private Log() {}

    /// One thing that happened, with the ids it concerns.
    public static void event(String what, Map<String, String> ids) {
        ObjectNode line = Json.object().put("event", what);
        ids.forEach(line::put);
        print(line);
    }

    /// One more of something: all that the anonymous functions log.
    public static void count(String what) {
        print(Json.object().put("count", what));
    }

    /// What went wrong, by kind and place. Messages of exceptions may quote a request, so they are
    /// left out.
    public static void failure(@Nullable String where, Throwable failure) {
        ObjectNode line = Json.object().put("failure", failure.getClass().getName());
        line.put("where", where);
        var frames = line.putArray("at");
        StackTraceElement[] trace = failure.getStackTrace();
        for (int i = 0; i < Math.min(trace.length, 12); i++) {
            frames.add(trace[i].toString());
        }
        if (failure.getCause() != null) {
            line.put("cause", failure.getCause().getClass().getName());
        }
        print(line);
    }

    private static void print(ObjectNode line) {
        System.out.println(Json.write(line));
    }
}
