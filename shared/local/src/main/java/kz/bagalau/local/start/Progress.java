package kz.bagalau.local.start;

/// Where the host says what it does while somebody waits.
@FunctionalInterface
public interface Progress {

    void say(String line);
}
