package kz.bagalau.survey.store;

import kz.bagalau.survey.register.Register;
import kz.bagalau.survey.surveys.Constituency.Enrolment;

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
