package kz.bagalau.local;

/// Why the host cannot start, in words for the person who started it.
public final class NotStarted extends RuntimeException {

    NotStarted(String message) {
        super(message);
    }

    NotStarted(String message, Throwable cause) {
        super(message, cause);
    }
}
