package kz.bagalau.local.start;

import java.nio.file.Path;
import java.util.Map;
import kz.bagalau.sandbox.Checkout;

/// How a host is started.
///
/// @param port on the loopback interface; 0 for any free one
/// @param data the folder that keeps everything
/// @param ownStore false where `AWS_ENDPOINT_URL_DYNAMODB` names another DynamoDB than dynoxide
/// @param ownBuckets false where `AWS_ENDPOINT_URL_S3` names another S3 than S3Proxy
/// @param ownQueues false where `AWS_ENDPOINT_URL_SQS` names another SQS than ElasticMQ
/// @param demo whether an empty store is given example data
/// @param demoBodies how many scored bodies the example data have beside their own
public record Settings(
        int port,
        Path data,
        boolean ownStore,
        boolean ownBuckets,
        boolean ownQueues,
        boolean demo,
        int demoBodies) {

    private static final String DEFAULT_PORT = "8080";

    /// With buckets and queues of its own.
    public Settings(int port, Path data, boolean ownStore, boolean demo) {
        this(port, data, ownStore, true, true, demo, 0);
    }

    /// From `BAGALAU_PORT`, `BAGALAU_DATA`, the `AWS_ENDPOINT_URL_…`, `BAGALAU_DEMO` and
    /// `BAGALAU_DEMO_BODIES`: `off` leaves an own store empty, `on` puts examples into another
    /// DynamoDB too. Throws [NotStarted] where a number is none.
    public static Settings of(Map<String, String> environment) {
        String port = environment.getOrDefault("BAGALAU_PORT", DEFAULT_PORT);
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new NotStarted("BAGALAU_PORT is \"" + port + "\", not a port number");
        }
        String bodies = environment.getOrDefault("BAGALAU_DEMO_BODIES", "0");
        if (!bodies.matches("\\d{1,4}")) {
            throw new NotStarted(
                    "BAGALAU_DEMO_BODIES is \"" + bodies + "\", not a number from 0 to 9999");
        }
        String data = environment.get("BAGALAU_DATA");
        boolean ownStore = !environment.containsKey("AWS_ENDPOINT_URL_DYNAMODB");
        return new Settings(
                Integer.parseInt(port),
                data == null ? Checkout.root().resolve(".bagalau") : Path.of(data).toAbsolutePath(),
                ownStore,
                !environment.containsKey("AWS_ENDPOINT_URL_S3"),
                !environment.containsKey("AWS_ENDPOINT_URL_SQS"),
                environment.getOrDefault("BAGALAU_DEMO", ownStore ? "on" : "off").equals("on"),
                Integer.parseInt(bodies));
    }
}
