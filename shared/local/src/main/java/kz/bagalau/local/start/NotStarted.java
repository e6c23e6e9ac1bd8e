package kz.bagalau.local.start;

/// Why the host cannot start, in words for the person who started it.
public final class NotStarted extends RuntimeException {

    public NotStarted(String message) {
        super(message);
    }

    public NotStarted(String message, Throwable cause) {
        super(message, cause);
    }
}
