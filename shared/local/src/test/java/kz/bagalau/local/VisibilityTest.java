package kz.bagalau.local;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// What a class uses of another package is public. The compiler does not ask that of a type that it
/// infers, such as what a switch selects on; the virtual machine does, when it comes there.
class VisibilityTest {

    private static final Pattern OURS = Pattern.compile("kz/bagalau/[\\w/$]+");

    @Test
    void aTypeThatAnotherPackageUses_isPublic() {
        Map<String, ClassModel> classes =
                new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("kz.bagalau")
                                .stream()
                                .map(VisibilityTest::read)
                                .collect(toMap(VisibilityTest::name, model -> model));
        Set<String> notPublic =
                classes.values().stream()
                        .filter(model -> !model.flags().has(AccessFlag.PUBLIC))
                        .map(VisibilityTest::name)
                        .collect(toSet());
        Set<String> hidden = new TreeSet<>();
        classes.forEach((name, model) ->
                used(model).stream()
                        .filter(notPublic::contains)
                        .filter(other -> !inPackage(other).equals(inPackage(name)))
                        .forEach(other -> hidden.add(name + " uses " + other)));

        assertThat(classes).hasSizeGreaterThan(1000);
        assertThat(hidden).isEmpty();
    }

    private static ClassModel read(JavaClass type) {
        try (var stream = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return ClassFile.of().parse(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(ClassModel model) {
        return model.thisClass().asInternalName();
    }

    private static String inPackage(String name) {
        return name.substring(0, name.lastIndexOf('/'));
    }

    private static Set<String> used(ClassModel model) {
        Set<String> used = new HashSet<>();
        StreamSupport.stream(model.constantPool().spliterator(), false)
                .map(VisibilityTest::text)
                .flatMap(text -> OURS.matcher(text).results())
                .forEach(found -> used.add(found.group()));
        return used;
    }

    private static String text(PoolEntry entry) {
        return switch (entry) {
            case ClassEntry type -> type.asInternalName();
            case InvokeDynamicEntry call -> call.type().stringValue();
            case MethodTypeEntry type -> type.descriptor().stringValue();
            default -> "";
        };
    }
}
