package kz.bagalau.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.bagalau.sandbox.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A stack's name has 1 to 128 letters. CloudFormation makes the names of resources of it, and
/// shortens those that get too long; what the template itself makes of it must fit, and key
/// policies must find the roles whatever became of their names.
final class StackNameTest {

    private static final String NAME = "AWS::StackName";

    /// Stands for the name, so that the template is read once.
    private static final String MARK = "STACKNAMEMARK";

    private static final Template TEMPLATE = Template.ofCheckout("", Map.of(NAME, MARK));

    private static final int ROLE_NAME = 64;
    private static final String RANDOM = "-1A2B3C4D5E6F";

    static IntStream lengths() {
        return IntStream.rangeClosed(1, 128);
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void aKeyOpensForTheRolesOfItsFunctions(int length) {
        for (Resource key : resources("AWS::KMS::Key").toList()) {
            for (Resource statement : key.parts("Properties", "KeyPolicy", "Statement")) {
                List<String> patterns =
                        statement.texts("Condition", "ArnLike", "aws:PrincipalArn").stream()
                                .map(pattern -> named(pattern, length))
                                .toList();
                if (!patterns.isEmpty()) {
                    assertThat(
                                    TEMPLATE.functions().keySet().stream()
                                            .filter(function ->
                                                    patterns.stream()
                                                            .anyMatch(pattern ->
                                                                    like(
                                                                            pattern,
                                                                            role(
                                                                                    function,
                                                                                    length)))))
                            .as(key + " " + statement.text("Sid"))
                            .containsExactlyInAnyOrderElementsOf(
                                    opened(key.id(), statement.texts("Action")));
                }
            }
        }
    }

    /// A stack whose name begins like ours has roles of its own.
    @Test
    void aKeyOpensForNoRoleOfAnotherStack() {
        for (Resource key : resources("AWS::KMS::Key").toList()) {
            for (Resource statement : key.parts("Properties", "KeyPolicy", "Statement")) {
                assertThat(statement.texts("Condition", "ArnLike", "aws:PrincipalArn"))
                        .noneMatch(pattern ->
                                TEMPLATE.functions().keySet().stream()
                                        .anyMatch(function ->
                                                like(named(pattern, 7), role(function, 8))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void whatIsNamedAfterTheStackFits(int length) {
        assertFits("AWS::CloudFront::OriginAccessControl", "OriginAccessControlConfig", 64, length);
        assertFits(
                "AWS::CloudFront::ResponseHeadersPolicy",
                "ResponseHeadersPolicyConfig",
                128,
                length);
        assertFits(
                "AWS::CloudFront::OriginRequestPolicy", "OriginRequestPolicyConfig", 128, length);
        assertThat(resources("AWS::Serverless::Function"))
                .allSatisfy(function ->
                        assertThat(named(function.text("Properties", "RolePath"), length).length())
                                .isLessThanOrEqualTo(512));
        assertThat(resources("AWS::Logs::MetricFilter"))
                .flatMap(filter -> filter.parts("Properties", "MetricTransformations"))
                .allSatisfy(metric ->
                        assertThat(named(metric.text("MetricNamespace"), length).length())
                                .isLessThanOrEqualTo(255));
    }

    /// A name that the template gives is one that CloudFormation cannot shorten.
    @Test
    void everythingElseIsNamedByCloudFormation() {
        Set<String> names =
                Set.of(
                        "AlarmName",
                        "BucketName",
                        "FunctionName",
                        "QueueName",
                        "RoleName",
                        "TableName",
                        "TopicName");
        assertThat(resources())
                .allSatisfy(resource ->
                        assertThat(
                                        resource.part("Properties")
                                                .map(properties -> properties.content().keySet())
                                                .orElse(Set.of()))
                                .map(Object::toString)
                                .as(resource.id())
                                .doesNotContainAnyElementsOf(names));
        assertThat(
                        resources("AWS::Serverless::Function")
                                .flatMap(function -> function.part("Properties", "Events").stream())
                                .flatMap(events ->
                                        events.content().keySet().stream()
                                                .flatMap(name ->
                                                        events.part(name.toString()).stream()))
                                .filter(event -> event.text("Type").equals("ScheduleV2")))
                .isNotEmpty()
                .allSatisfy(event -> {
                    assertThat(event.at("Properties", "Name")).isEmpty();
                    assertThat(event.text("Properties", "OmitName")).isEqualTo("true");
                });
    }

    private static void assertFits(String type, String config, int limit, int length) {
        assertThat(resources(type))
                .isNotEmpty()
                .allSatisfy(resource ->
                        assertThat(
                                        named(resource.text("Properties", config, "Name"), length)
                                                .length())
                                .isLessThanOrEqualTo(limit));
    }

    /// The functions that a right to a key is meant for: those whose own policy has it.
    private static Set<String> opened(String key, List<String> actions) {
        String arn = "arn:aws:kms:eu-central-1:000000000000:key/" + key;
        return TEMPLATE.functions().values().stream()
                .filter(function ->
                        function.statements().stream()
                                .anyMatch(statement ->
                                        statement.resources().contains(arn)
                                                && Set.copyOf(statement.actions())
                                                        .equals(Set.copyOf(actions))))
                .map(Template.Function::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The ARN of the role that SAM makes for a function.
    private static String role(String function, int length) {
        String path =
                resources("AWS::Serverless::Function")
                        .filter(one -> one.id().equals(function))
                        .findFirst()
                        .orElseThrow()
                        .at("Properties", "RolePath")
                        .map(Object::toString)
                        .orElse("/");
        String name = MARK + "-" + function + "Role";
        String longest = named(name, length);
        int room = ROLE_NAME - RANDOM.length();
        return "arn:aws:iam::000000000000:role"
                + named(path, length)
                + longest.substring(0, Math.min(room, longest.length()))
                + RANDOM;
    }

    private static String named(String text, int length) {
        return text.replace(MARK, "s".repeat(length));
    }

    private static boolean like(String pattern, String arn) {
        String regex =
                Stream.of(pattern.split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*"));
        return arn.matches(regex);
    }

    private static Stream<Resource> resources(String type) {
        return resources().filter(resource -> resource.type().equals(type));
    }

    private static Stream<Resource> resources() {
        return TEMPLATE.resources().entrySet().stream()
                .map(entry -> new Resource(entry.getKey(), (Map<?, ?>) entry.getValue()));
    }
}
