package kz.bagalau.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import kz.bagalau.sandbox.Checkout;
import kz.bagalau.sandbox.Template;
import org.junit.jupiter.api.Test;

/// `firewall.yaml`, which limits what one address may send, and keeps no address.
final class FirewallTest {

    private static final String ACL = "arn:aws:wafv2:us-east-1:000000000000:global/webacl/f/1";

    @Test
    void oneAddressIsLimitedAndNoneIsKept() throws IOException {
        Template template =
                Template.parse(
                        Files.readString(Checkout.root().resolve("firewall.yaml")), "", Map.of());
        assertThat(template.resources()).containsOnlyKeys("Firewall");
        Resource firewall = new Resource("Firewall", Resource.content(template, "Firewall"));

        assertThat(firewall.type()).isEqualTo("AWS::WAFv2::WebACL");
        assertThat(firewall.text("Properties", "Scope")).isEqualTo("CLOUDFRONT");
        assertThat(firewall.text("Properties", "VisibilityConfig", "SampledRequestsEnabled"))
                .isEqualTo("false");
        assertThat(firewall.parts("Properties", "Rules"))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.text("VisibilityConfig", "SampledRequestsEnabled"))
                            .isEqualTo("false");
                    assertThat(rule.part("Action", "Block")).isPresent();
                    assertThat(rule.text("Statement", "RateBasedStatement", "AggregateKeyType"))
                            .isEqualTo("IP");
                    assertThat(rule.number("Statement", "RateBasedStatement", "Limit"))
                            .isGreaterThanOrEqualTo(100);
                });
    }

    /// A quarter of what a route takes from everybody, at most.
    @Test
    void oneAddressCannotUseUpARoute() throws IOException {
        Template template =
                Template.parse(
                        Files.readString(Checkout.root().resolve("firewall.yaml")), "", Map.of());
        Resource rule =
                new Resource("Firewall", Resource.content(template, "Firewall"))
                        .parts("Properties", "Rules")
                        .getFirst();
        Resource settings =
                Resource.named("AnonymousApi").part("Properties", "RouteSettings").orElseThrow();
        int inFiveMinutes = rule.number("Statement", "RateBasedStatement", "Limit");

        assertThat(settings.content().keySet())
                .allSatisfy(route ->
                        assertThat(inFiveMinutes)
                                .isLessThan(
                                        300
                                                * settings.number(
                                                        route.toString(), "ThrottlingRateLimit")
                                                / 4));
    }

    @Test
    void noLogOfRequestsIsKeptAnywhere() {
        assertThat(Resource.all().map(Resource::type))
                .noneMatch(type -> type.equals("AWS::WAFv2::LoggingConfiguration"));
    }

    @Test
    void theDistributionStandsBehindItWhereThereIsOne() {
        Template walled = Template.ofCheckout("", Map.of("WebAclArn", ACL));

        assertThat(
                        new Resource("Pages", Resource.content(walled, "Pages"))
                                .text("Properties", "DistributionConfig", "WebACLId"))
                .isEqualTo(ACL);
        assertThat(Resource.named("Pages").at("Properties", "DistributionConfig", "WebACLId"))
                .isEmpty();
    }
}
