package kz.bagalau.survey.store;

import kz.bagalau.survey.ballots.Ballots;

class MemoryBallotsTest extends BallotsContract {

    @Override
    Ballots ballots() {
        return new MemoryBallots();
    }
}
