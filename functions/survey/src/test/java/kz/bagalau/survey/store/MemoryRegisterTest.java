package kz.bagalau.survey.store;

import kz.bagalau.survey.Constituency.Enrolment;
import kz.bagalau.survey.Register;

class MemoryRegisterTest extends RegisterContract {

    private final MemoryRegister register = new MemoryRegister();

    @Override
    Register register() {
        return register;
    }

    @Override
    Enrolment counted(String body) {
        var enrolled = register.enrolled("s1", body);
        return new Enrolment(
                enrolled.size(), (int) enrolled.stream().filter(Register.Enrolled::late).count());
    }
}
