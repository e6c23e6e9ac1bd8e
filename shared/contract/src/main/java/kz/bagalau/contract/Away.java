package kz.bagalau.contract;

import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// Lets the stores that a function asks be away for a while: from one of its requests on, none is
/// answered.
public final class Away implements ExecutionInterceptor {

    private int answered = Integer.MAX_VALUE;

    /// @param first number of the first request that is not answered, from 1
    public <T> T from(int first, Supplier<T> work) {
        answered = first - 1;
        try {
            return work.get();
        } finally {
            answered = Integer.MAX_VALUE;
        }
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        passed();
    }

    /// A request to something that stands in for a store.
    public void passed() {
        if (answered <= 0) {
            throw SdkClientException.create("no connection, as the test wanted");
        }
        answered--;
    }
}
