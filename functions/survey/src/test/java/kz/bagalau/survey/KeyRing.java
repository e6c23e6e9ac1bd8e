package kz.bagalau.survey;

import kz.bagalau.contract.TestKeys;
import kz.bagalau.survey.blind.SigningKey;

/// Keys for the surveys of tests. Making two for each group of each survey was more than half of
/// what the tests calculated.
final class KeyRing {

    private KeyRing() {}

    static SigningKey next() {
        return SigningKey.decoded(TestKeys.next().getPrivate().getEncoded());
    }
}
