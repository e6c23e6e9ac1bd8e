package kz.bagalau.lambda;

/// Holds the runtime that a host has bound to the running thread.
final class Bound {

    static final ScopedValue<Runtime> RUNTIME = ScopedValue.newInstance();

    private Bound() {}
}
