package kz.bagalau.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Structured logs, one JSON object a line on standard output. They hold what happened and to which
/// survey, run or body; never a person, an address, a code, a token or an answer.
public final class Log {

    private static final ScopedValue<Boolean> QUIET = ScopedValue.newInstance();

    /// The failures that quiet work has logged in this process, by kind and place.
    private static final Set<String> LOGGED = ConcurrentHashMap.newKeySet();

    private Log() {}

    /// Does work of which no line may stand in any log, because each would be stamped with a moment
    /// that belongs to somebody: what happens in it is not logged. A failure is logged once for its
    /// kind and place in the life of the process, so that an operator learns of it; how many there
    /// were is counted by the API's own metric of answers from 500 on.
    public static <T> T quietly(Supplier<T> work) {
        return ScopedValue.where(QUIET, true).call(work::get);
    }

    private static boolean quiet() {
        return QUIET.isBound();
    }

    /// One thing that happened, with the ids it concerns.
    public static void event(String what, Map<String, String> ids) {
        if (quiet()) {
            return;
        }
        ObjectNode line = Json.object().put("event", what);
        ids.forEach(line::put);
        print(line);
    }

    /// One more of something.
    public static void count(String what) {
        if (!quiet()) {
            print(Json.object().put("count", what));
        }
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
        if (!quiet() || LOGGED.add(Json.write(line))) {
            print(line);
        }
    }

    private static void print(ObjectNode line) {
        System.out.println(Json.write(line));
    }
}
