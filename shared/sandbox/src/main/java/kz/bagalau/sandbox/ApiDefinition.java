package kz.bagalau.sandbox;

import static kz.bagalau.sandbox.Intrinsics.mapping;
import static kz.bagalau.sandbox.Intrinsics.section;
import static kz.bagalau.sandbox.Intrinsics.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The routes of an HTTP API as its `DefinitionBody` has them, an OpenAPI document in which each
/// operation names one of the integrations below it, and each integration calls the alias of a
/// function:
///
/// ```yaml
/// paths:
///   /bodies/{body}:
///     put: {x-amazon-apigateway-integration: {$ref: "#/components/x-amazon-apigateway-integrations/ManageBodies"}}
/// components:
///   x-amazon-apigateway-integrations:
///     ManageBodies:
///       type: AWS_PROXY
///       httpMethod: POST
///       payloadFormatVersion: "2.0"
///       uri: !Sub arn:…:lambda:path/2015-03-31/functions/${ManageBodies.Alias}/invocations
///       credentials: !GetAtt ApiCaller.Arn
/// ```
final class ApiDefinition {

    private static final String INTEGRATION = "x-amazon-apigateway-integration";
    private static final String INTEGRATIONS = "x-amazon-apigateway-integrations";
    private static final String REFERENCE = "#/components/" + INTEGRATIONS + "/";
    private static final Pattern FUNCTION =
            Pattern.compile("arn:.*:function:([A-Za-z0-9]+):live/invocations");

    private ApiDefinition() {}

    /// Where the API has an issuer SAM puts its default authorizer on every operation. Throws
    /// [IllegalArgumentException] for what is not understood.
    static List<Template.Route> routes(Template.Api api, Map<String, Object> definition) {
        String where = "the definition of " + api.id();
        Template.only(where, definition, List.of("openapi", "info", "paths", "components"));
        Map<String, Object> components = section(definition, "components");
        Template.only(where, components, List.of(INTEGRATIONS));
        Map<String, String> functions = functions(where, section(components, INTEGRATIONS));
        List<Template.Route> routes = new ArrayList<>();
        section(definition, "paths")
                .forEach((path, operations) ->
                        mapping(operations, path)
                                .forEach((method, operation) -> {
                                    String key = method.toUpperCase(Locale.ROOT) + " " + path;
                                    routes.add(
                                            new Template.Route(
                                                    function(
                                                            functions,
                                                            key,
                                                            mapping(operation, key)),
                                                    api.id(),
                                                    method.toUpperCase(Locale.ROOT),
                                                    path,
                                                    api.issuer() != null));
                                }));
        return List.copyOf(routes);
    }

    private static Map<String, String> functions(String where, Map<String, Object> integrations) {
        Map<String, String> functions = new LinkedHashMap<>();
        integrations.forEach((name, value) -> {
            Map<String, Object> integration = mapping(value, name);
            Template.only(
                    where,
                    integration,
                    List.of("type", "httpMethod", "payloadFormatVersion", "uri", "credentials"));
            boolean called =
                    text(integration, "type").equals("AWS_PROXY")
                            && text(integration, "httpMethod").equals("POST")
                            && text(integration, "payloadFormatVersion").equals("2.0");
            Matcher uri = FUNCTION.matcher(text(integration, "uri"));
            if (!called || !uri.matches()) {
                throw new IllegalArgumentException(
                        "template.yaml: %s calls no function by %s".formatted(where, name));
            }
            functions.put(name, uri.group(1));
        });
        return functions;
    }

    private static String function(
            Map<String, String> functions, String key, Map<String, Object> operation) {
        Template.only(key, operation, List.of(INTEGRATION));
        String reference = text(section(operation, INTEGRATION), "$ref");
        String function =
                reference.startsWith(REFERENCE)
                        ? functions.get(reference.substring(REFERENCE.length()))
                        : null;
        if (function == null) {
            throw new IllegalArgumentException(
                    "template.yaml: no integration " + reference + " for " + key);
        }
        return function;
    }
}
