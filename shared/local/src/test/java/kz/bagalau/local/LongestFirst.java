package kz.bagalau.local;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/// Starts the test classes that run longest before all others, so that none of them is left alone
/// at the end.
public final class LongestFirst implements ClassOrderer {

    private static final List<String> LONGEST =
            List.of(
                    "LostNetworkTest",
                    "RespondentTest",
                    "DemoTest",
                    "ExitPageTest",
                    "ProcessTest",
                    "KillsTest",
                    "LeaversTest",
                    "RefusalTest",
                    "WayBackTest",
                    "DiskFullTest",
                    "DeskTest",
                    "AttackTest");

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparingInt(LongestFirst::place));
    }

    private static int place(ClassDescriptor type) {
        int place = LONGEST.indexOf(type.getTestClass().getSimpleName());
        return place < 0 ? LONGEST.size() : place;
    }
}
