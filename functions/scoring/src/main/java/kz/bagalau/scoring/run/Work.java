package kz.bagalau.scoring.run;

import java.util.List;

/// What is to be done for a run. Everything may be asked for more than once, and is done once.
public interface Work {

    /// Asks for these bodies to be scored.
    void score(String run, List<String> bodies);

    /// Asks for the last attempt for a body, after which it is scored or failed.
    void giveUp(String run, String body);

    /// Asks for the run to be finished.
    void finish(String run);
}
