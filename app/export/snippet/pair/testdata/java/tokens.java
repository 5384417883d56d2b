// What the stand-ins of both libraries share. They take the place of libraries that no
// package manager at hand has: the classes and methods that the snippets call, as their
// documentation describes them. None of it is those libraries' code.
package standin;

import java.io.*;
import java.math.BigInteger;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.*;
import java.security.spec.*;
import java.util.*;
import java.util.regex.*;

public final class Tokens {
    private static final Pattern KEY = Pattern.compile("\\{[^{}]*\\}");

    public static String sign(Map<String, Object> header, Map<String, Object> key, Map<String, Object> claims) {
        String input = text(Json.print(header).getBytes(StandardCharsets.UTF_8)) + "."
            + text(Json.print(claims).getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = signature((String) header.get("alg"));
            signature.initSign(KeyFactory.getInstance((String) key.get("kty")).generatePrivate(privateKey(key)));
            signature.update(input.getBytes(StandardCharsets.UTF_8));
            return input + "." + text(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new SecurityException(e);
        }
    }

    /** Returns the claims of a token that the key of this algorithm and of its "kid" has signed. */
    public static Map<String, Object> verify(String token, String algorithm, URL address) {
        String[] parts = token.split("\\.", -1);
        var header = object(parts[0]);
        if (!algorithm.equals(header.get("alg"))) {
            throw new SecurityException("another algorithm is expected");
        }
        var key = KEY.matcher(fetch(address)).results().map(m -> Json.parse(m.group()))
            .filter(k -> k.get("kid").equals(header.get("kid")) && algorithm.equals(k.get("alg")))
            .findFirst().orElseThrow(() -> new SecurityException("no such key"));
        try {
            Signature signature = signature(algorithm);
            signature.initVerify(KeyFactory.getInstance((String) key.get("kty")).generatePublic(publicKey(key)));
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8));
            if (!signature.verify(Base64.getUrlDecoder().decode(parts[2]))) {
                throw new SecurityException("the signature is wrong");
            }
        } catch (GeneralSecurityException e) {
            throw new SecurityException(e);
        }
        var claims = object(parts[1]);
        if (claims.get("exp") instanceof Long seconds && seconds * 1000 <= System.currentTimeMillis()) {
            throw new SecurityException("the token has expired");
        }
        return claims;
    }

    private static String fetch(URL address) {
        try (InputStream in = address.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Signature signature(String algorithm) throws GeneralSecurityException {
        String bits = algorithm.substring(2);
        if (algorithm.startsWith("PS")) {
            Signature pss = Signature.getInstance("RSASSA-PSS");
            pss.setParameter(new PSSParameterSpec("SHA-" + bits, "MGF1", new MGF1ParameterSpec("SHA-" + bits), Integer.parseInt(bits) / 8, 1));
            return pss;
        }
        return Signature.getInstance("SHA" + bits + (algorithm.startsWith("RS") ? "withRSA" : "withECDSAinP1363Format"));
    }

    private static KeySpec privateKey(Map<String, Object> key) throws GeneralSecurityException {
        return key.get("kty").equals("RSA") ? new RSAPrivateKeySpec(number(key, "n"), number(key, "d"))
            : new ECPrivateKeySpec(number(key, "d"), curve(key));
    }

    private static KeySpec publicKey(Map<String, Object> key) throws GeneralSecurityException {
        return key.get("kty").equals("RSA") ? new RSAPublicKeySpec(number(key, "n"), number(key, "e"))
            : new ECPublicKeySpec(new ECPoint(number(key, "x"), number(key, "y")), curve(key));
    }

    private static ECParameterSpec curve(Map<String, Object> key) throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp" + ((String) key.get("crv")).substring(2) + "r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    private static BigInteger number(Map<String, Object> key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode((String) key.get(name)));
    }

    private static Map<String, Object> object(String part) {
        return Json.parse(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
