package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A host in a process of its own, which is ended by SIGKILL.
final class HostProcess implements AutoCloseable {

    private final Process process;
    private final URI address;

    /// Returns when it answers.
    ///
    /// @param environment more than port and data folder
    HostProcess(Path data, int port, Map<String, String> environment) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Bagalau.class.getName())
                        .redirectErrorStream(true);
        builder.environment().put("BAGALAU_PORT", Integer.toString(port));
        builder.environment().put("BAGALAU_DATA", data.toString());
        builder.environment().put("BAGALAU_DEMO", "off");
        builder.environment().putAll(environment);
        process = builder.start();
        BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        String line = lines.readLine();
        while (line != null && !line.startsWith("Bagalau runs at")) {
            said.append(line).append('\n');
            line = lines.readLine();
        }
        assertThat(line).as(said.toString()).isNotNull();
        address = URI.create("http://localhost:" + port);
    }

    URI address() {
        return address;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Waits for the store too, which ends when the host is gone and holds its file until then.
    @Override
    public void close() throws IOException {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroyForcibly();
        try {
            process.waitFor();
            for (ProcessHandle child : family) {
                child.onExit().get(20, TimeUnit.SECONDS);
            }
        } catch (Exception e) {
            throw new IOException("the host could not be killed", e);
        }
    }
}
