package kz.bagalau.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;

/// Where a server of this machine listens. Any page in a browser of this machine can try the ports
/// of `127.0.0.1`, and the servers for tables and queues ask nobody who they are. So each listens
/// on an address of its own out of the sixteen million of `127.0.0.0/8`, drawn at random at each
/// start, besides a port that is random too. macOS and others that know `127.0.0.1` only leave the
/// port.
final class Loopback {

    static final String COMMON = "127.0.0.1";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Loopback() {}

    /// An address that nobody can guess, where the system has more than one.
    static String unpredictable() {
        String address =
                "127.%d.%d.%d"
                        .formatted(
                                1 + RANDOM.nextInt(254),
                                RANDOM.nextInt(256),
                                1 + RANDOM.nextInt(254));
        return isOurs(address) ? address : COMMON;
    }

    /// A port that is free at an address.
    static int freePort(String address) {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port at " + address, e);
        }
    }

    private static boolean isOurs(String address) {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
