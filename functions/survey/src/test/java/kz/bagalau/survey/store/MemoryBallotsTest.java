package kz.bagalau.survey.store;

import kz.bagalau.survey.Ballots;

class MemoryBallotsTest extends BallotsContract {

    @Override
    Ballots ballots() {
        return new MemoryBallots();
    }
}
