package kz.bagalau.survey.store;

import kz.bagalau.survey.Register;

class MemoryRegisterTest extends RegisterContract {

    @Override
    Register register() {
        return new MemoryRegister();
    }
}
