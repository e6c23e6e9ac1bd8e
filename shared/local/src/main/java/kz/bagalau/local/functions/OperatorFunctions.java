package kz.bagalau.local.functions;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import kz.bagalau.local.http.Answer;
import kz.bagalau.sandbox.Template;

/// The functions that no route, queue or schedule calls: an operator does, on AWS by `aws lambda
/// invoke`.
public final class OperatorFunctions {

    private final List<String> ids;
    private final Functions functions;

    public OperatorFunctions(Template template, Functions functions) {
        this.ids =
                template.functions().values().stream()
                        .filter(one ->
                                one.routes().isEmpty()
                                        && one.feeds().isEmpty()
                                        && one.schedules().isEmpty())
                        .map(Template.Function::id)
                        .toList();
        this.functions = functions;
    }

    /// 200 with what the function answers, 400 where it does not understand the input.
    ///
    /// @param input an object
    public Answer call(String id, JsonNode input) {
        if (!ids.contains(id)) {
            return Answer.message(404, "No function " + id + " for an operator, only " + ids);
        }
        Map<String, Object> event =
                new ObjectMapper().convertValue(input, new TypeReference<>() {});
        try {
            return Answer.json(200, functions.run(id, event));
        } catch (Functions.Failed e) {
            return notUnderstood(e)
                    ? Answer.message(400, String.valueOf(rootOf(e).getMessage()))
                    : Answer.message(500, id + " failed");
        }
    }

    private static boolean notUnderstood(Functions.Failed failure) {
        return rootOf(failure) instanceof IllegalArgumentException;
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
