// What the stand-ins of all libraries share. They take the place of libraries that
// no package manager at hand has: the classes and methods that the snippets call,
// as their documentation describes them. None of it is those libraries' code.
package standin;

import java.nio.charset.StandardCharsets;
import java.security.*;
import java.util.*;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public final class Tokens {
    public final String algorithm;
    public final Map<String, Object> claims;

    private Tokens(String algorithm, Map<String, Object> claims) {
        this.algorithm = algorithm;
        this.claims = claims;
    }

    public static String sign(String algorithm, byte[] key, Map<String, Object> claims) {
        String input = text(Json.print(Map.of("alg", algorithm)).getBytes(StandardCharsets.UTF_8)) + "."
            + text(Json.print(claims).getBytes(StandardCharsets.UTF_8));
        return input + "." + text(mac(algorithm, key, input));
    }

    /** Accepts every HMAC algorithm that the header may name; which of them is right is up to the caller. */
    public static Tokens verify(String token, byte[] key) {
        String[] parts = token.split("\\.");
        var header = Json.parse(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8));
        var claims = Json.parse(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        String algorithm = (String) header.get("alg");
        if (parts.length != 3 || !MessageDigest.isEqual(mac(algorithm, key, parts[0] + "." + parts[1]), Base64.getUrlDecoder().decode(parts[2]))) {
            throw new SecurityException("the signature is wrong");
        }
        if (claims.get("exp") instanceof Long seconds && seconds * 1000 <= System.currentTimeMillis()) {
            throw new SecurityException("the token has expired");
        }
        return new Tokens(algorithm, claims);
    }

    private static byte[] mac(String algorithm, byte[] key, String input) {
        try {
            Mac mac = Mac.getInstance(algorithm.replace("HS", "HmacSHA"));
            mac.init(new SecretKeySpec(key, "HMAC"));
            return mac.doFinal(input.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new SecurityException("no such algorithm: " + algorithm);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
