import java.io.*;
import java.lang.reflect.*;
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;

/**
 * Does what each line asks of the snippets that were compiled into folders of this folder: a snippet's name, "sign"
 * or "verify", and claims or a token in base64.
 */
public final class Driver {
    public static void main(String[] arguments) throws IOException {
        run(Path.of(arguments[0]));
    }

    static void run(Path folder) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(System.in));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] asked = line.split("\t");
            String text = new String(Base64.getDecoder().decode(asked[2]), StandardCharsets.UTF_8);
            String word = "ok", result;
            try {
                result = answer(folder.resolve(asked[0]), asked[1], text);
            } catch (InvocationTargetException e) {
                word = "error";
                result = e.getCause().toString();
            } catch (ReflectiveOperationException | IOException e) {
                throw new IllegalStateException(e);
            }
            System.out.println(word + "\t" + Base64.getEncoder().encodeToString(result.getBytes(StandardCharsets.UTF_8)));
        }
    }

    static String answer(Path folder, String action, String text) throws ReflectiveOperationException, IOException {
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Class<?> type = loader.loadClass("Tokens");
            Object tokens = construct(type.getConstructors()[0]);
            if (action.equals("sign")) {
                return (String) type.getMethod("sign", Map.class).invoke(tokens, standin.Json.parse(text));
            }
            Object claims = type.getMethod("verify", String.class).invoke(tokens, text);
            return standin.Json.print((Map<?, ?>) claims.getClass().getMethod("getClaims").invoke(claims));
        }
    }

    /** Does Spring's part: a parameter marked ${NAME} gets the value of that environment variable. */
    static Object construct(Constructor<?> constructor) throws ReflectiveOperationException {
        if (constructor.getParameterCount() == 0) {
            return constructor.newInstance();
        }
        var mark = constructor.getParameters()[0].getAnnotation(org.springframework.beans.factory.annotation.Value.class);
        String name = mark.value().replaceAll("[${}]", "");
        String value = System.getenv(name);
        if (value == null) {
            throw new InvocationTargetException(new IllegalArgumentException("Could not resolve placeholder " + name));
        }
        return constructor.newInstance(value);
    }
}
