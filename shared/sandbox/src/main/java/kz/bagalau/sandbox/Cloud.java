package kz.bagalau.sandbox;

/// Where tables, buckets and queues answer. Each is asked for at its first use only, so that a test
/// without buckets starts no server for them.
public interface Cloud {

    Endpoint tables();

    Endpoint buckets();

    Endpoint queues();
}
