import com.nimbusds.jose.*;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.*;
import java.text.ParseException;
import java.util.*;

public final class Tokens {
    private final JWSHeader header;
    private final JWSSigner signer;

    /** JWT_PRIVATE_JWK is one line, with its kid. It stays on the server that issues tokens. */
    public Tokens() throws ParseException, JOSEException {
        var key = JWK.parse(System.getenv("JWT_PRIVATE_JWK"));
        header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(JOSEObjectType.JWT).keyID(key.getKeyID()).build();
        signer = new DefaultJWSSignerFactory().createJWSSigner(key, JWSAlgorithm.ES256);
    }

    public String sign(Map<String, Object> claims) throws JOSEException {
        long now = System.currentTimeMillis();
        var set = new JWTClaimsSet.Builder();
        claims.forEach(set::claim);
        set.issuer("https://issuer.example").audience("https://api.example");
        set.issueTime(new Date(now)).expirationTime(new Date(now + 15 * 60_000));
        var jwt = new SignedJWT(header, set.build());
        jwt.sign(signer);
        return jwt.serialize();
    }
}
