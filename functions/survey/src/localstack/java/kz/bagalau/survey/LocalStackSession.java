package kz.bagalau.survey;

import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/// Starts LocalStack before the first test and tells the sandbox where it answers. Where no Docker
/// engine does, it says so and the tests run on dynoxide as always.
public final class LocalStackSession implements LauncherSessionListener {

    /// The last line of images that start without an account's token.
    private static final DockerImageName IMAGE =
            DockerImageName.parse("localstack/localstack:3.8.1");

    private @Nullable LocalStackContainer container;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            System.out.println(
                    "LocalStack is left out: no Docker engine answers on this machine."
                            + " The tests run on dynoxide.");
            return;
        }
        LocalStackContainer started = new LocalStackContainer(IMAGE).withServices("dynamodb");
        started.start();
        container = started;
        System.setProperty("bagalau.dynamodb", started.getEndpoint().toString());
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (container != null) {
            container.stop();
        }
    }
}
