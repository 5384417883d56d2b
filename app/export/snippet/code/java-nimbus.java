import com.nimbusds.jose.*;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.proc.*;
import com.nimbusds.jwt.*;
import com.nimbusds.jwt.proc.*;
import java.nio.charset.StandardCharsets; //@ utf-8
import java.text.ParseException;
import java.util.*;

public final class Tokens {
    private final byte[] key;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    public Tokens() {
        key = System.getenv("JWT_SECRET").getBytes(StandardCharsets.UTF_8); //@ utf-8
        key = HexFormat.of().parseHex(System.getenv("JWT_SECRET")); //@ hex
        key = Base64.getDecoder().decode(System.getenv("JWT_SECRET")); //@ base64
        key = Base64.getUrlDecoder().decode(System.getenv("JWT_SECRET")); //@ base64url
        if (key.length < 32) {
            throw new IllegalStateException("JWT_SECRET holds less than the 32 bytes that HS256 needs (RFC 7518, section 3.2)");
        }
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.HS256, new ImmutableSecret<>(key)));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(null, Set.of("exp")));
    }

    public String sign(Map<String, Object> claims) throws JOSEException {
        var set = new JWTClaimsSet.Builder().expirationTime(new Date(System.currentTimeMillis() + 15 * 60_000));
        claims.forEach(set::claim);
        var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), set.build());
        jwt.sign(new MACSigner(key));
        return jwt.serialize();
    }

    public JWTClaimsSet verify(String token) throws ParseException, BadJOSEException, JOSEException {
        return processor.process(token, null);
    }
}
