import java.io.IOException;
import java.nio.file.*;
import java.util.*;
import javax.tools.*;

/**
 * Compiles into the folder that comes first the sources up to "--", together; then each of the others into a
 * folder of the same name without its suffix.
 */
public final class Compile {
    public static void main(String[] arguments) throws IOException {
        var sources = List.of(arguments);
        int split = sources.indexOf("--");
        compile(sources.get(0), sources.get(0), sources.subList(1, split));
        for (String source : sources.subList(split + 1, sources.size())) {
            compile(source.replace(".java", ""), sources.get(0), List.of(source));
        }
    }

    static void compile(String folder, String path, List<String> sources) throws IOException {
        Files.createDirectories(Path.of(folder));
        var options = List.of("-proc:none", "-d", folder, "-cp", path);
        var units = sources.stream().map(Source::new).toList();
        if (!ToolProvider.getSystemJavaCompiler().getTask(null, null, null, options, null, units).call()) {
            System.exit(1);
        }
    }

    /** A file that may define several public classes, of other names than its own. */
    static final class Source extends SimpleJavaFileObject {
        Source(String path) {
            super(Path.of(path).toUri(), Kind.SOURCE);
        }

        @Override
        public boolean isNameCompatible(String name, Kind kind) {
            return true;
        }

        @Override
        public CharSequence getCharContent(boolean ignored) throws IOException {
            return Files.readString(Path.of(uri));
        }
    }
}
