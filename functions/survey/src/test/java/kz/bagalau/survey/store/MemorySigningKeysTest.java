package kz.bagalau.survey.store;

import kz.bagalau.survey.SigningKeys;

class MemorySigningKeysTest extends SigningKeysContract {

    @Override
    SigningKeys keys() {
        return new MemorySigningKeys();
    }
}
