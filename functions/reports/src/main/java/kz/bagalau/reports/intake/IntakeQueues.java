package kz.bagalau.reports.intake;

/// The queues of files that have come. Everything may be asked for more than once, and is done
/// once.
public interface IntakeQueues {

    /// Asks for a file to be read, by a message as [ArrivalMessage] writes it.
    void read(String message);

    /// Keeps a message among the dead letters, for people to look into.
    void putAside(String message);
}
