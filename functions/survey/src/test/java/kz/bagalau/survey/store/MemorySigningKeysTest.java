package kz.bagalau.survey.store;

import kz.bagalau.survey.signing.SigningKeys;

class MemorySigningKeysTest extends SigningKeysContract {

    @Override
    SigningKeys keys() {
        return new MemorySigningKeys();
    }
}
