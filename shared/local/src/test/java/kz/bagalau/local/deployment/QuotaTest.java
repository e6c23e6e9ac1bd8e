package kz.bagalau.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.bagalau.sandbox.Checkout;
import kz.bagalau.sandbox.Template;
import org.junit.jupiter.api.Test;

/// What an ordinary account takes: CloudFormation's 500 resources and 1 MB a template, API
/// Gateway's 300 routes an API, CloudFront's 75 path patterns a distribution.
final class QuotaTest {

    /// Eleven capabilities take about 300; one takes four resources a function, and two for its
    /// log. What is left up to 500 is for what an operator adds.
    private static final int RESOURCES = 360;

    private static final int ROUTES = 300;
    private static final int PATTERNS = 75;
    private static final int BYTES = 1_000_000;

    @Test
    void theStackHasRoomForWhatIsToCome() {
        Map<String, Integer> expanded = expanded();
        assertThat(expanded.values().stream().mapToInt(Integer::intValue).sum())
                .as(expanded.toString())
                .isLessThanOrEqualTo(RESOURCES);
    }

    /// An API calls its functions with one role, and so do the schedules. An event of type
    /// `HttpApi` would make a permission for each route.
    @Test
    void aRouteAndAScheduleCostNothingOfTheirOwn() {
        assertThat(expanded()).doesNotContainKey("AWS::Lambda::Permission");
        assertThat(expanded().get("AWS::IAM::Role"))
                .isEqualTo(Resource.TEMPLATE.functions().size() + 3);
        assertThat(expanded().get("AWS::Lambda::Alias"))
                .isEqualTo(Resource.TEMPLATE.functions().size());
    }

    @Test
    void routesAndPathPatternsAreWithinTheirQuotas() {
        Map<String, Long> routes =
                Resource.TEMPLATE.routes().stream()
                        .collect(Collectors.groupingBy(Template.Route::api, Collectors.counting()));
        assertThat(routes.values()).allMatch(count -> count <= ROUTES);
        assertThat(Resource.TEMPLATE.behaviours()).hasSizeLessThanOrEqualTo(PATTERNS);
    }

    /// What SAM writes is somewhat longer than what it reads.
    @Test
    void theTemplateIsShortEnough() throws IOException {
        assertThat(Files.size(Checkout.root().resolve("template.yaml"))).isLessThan(BYTES / 2);
    }

    /// How many resources of each type stand in the stack once SAM has written out functions, APIs
    /// and events.
    private static Map<String, Integer> expanded() {
        Map<String, Integer> count = new TreeMap<>();
        Resource.all()
                .forEach(resource ->
                        expand(resource).forEach(type -> count.merge(type, 1, Integer::sum)));
        return count;
    }

    private static List<String> expand(Resource resource) {
        return switch (resource.type()) {
            case "AWS::Serverless::HttpApi" ->
                    List.of("AWS::ApiGatewayV2::Api", "AWS::ApiGatewayV2::Stage");
            case "AWS::Serverless::Function" -> function(resource);
            default -> {
                assertThat(resource.type()).doesNotStartWith("AWS::Serverless::");
                yield List.of(resource.type());
            }
        };
    }

    private static List<String> function(Resource function) {
        List<String> types = new ArrayList<>(List.of("AWS::Lambda::Function"));
        if (function.at("Properties", "Role").isEmpty()) {
            types.add("AWS::IAM::Role");
        }
        if (Resource.TEMPLATE.globals().containsKey("AutoPublishAlias")) {
            types.addAll(List.of("AWS::Lambda::Version", "AWS::Lambda::Alias"));
        }
        if (function.at("Properties", "EventInvokeConfig").isPresent()) {
            types.add("AWS::Lambda::EventInvokeConfig");
        }
        function.part("Properties", "Events")
                .ifPresent(events ->
                        events.content()
                                .keySet()
                                .forEach(name ->
                                        types.addAll(
                                                event(
                                                        events.part(name.toString())
                                                                .orElseThrow()))));
        return types;
    }

    private static List<String> event(Resource event) {
        return switch (event.text("Type")) {
            case "HttpApi" -> List.of("AWS::Lambda::Permission");
            case "SQS" -> List.of("AWS::Lambda::EventSourceMapping");
            case "ScheduleV2" ->
                    event.at("Properties", "RoleArn").isPresent()
                            ? List.of("AWS::Scheduler::Schedule")
                            : List.of("AWS::Scheduler::Schedule", "AWS::IAM::Role");
            default -> throw new AssertionError(event.text("Type"));
        };
    }
}
