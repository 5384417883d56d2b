import com.nimbusds.jose.*;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.*;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.*;
import java.net.*;
import java.text.ParseException;
import java.util.Set;

public final class Tokens {
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /** The key set is kept for five minutes; an unknown kid has it fetched again, but not often. */
    public Tokens() throws MalformedURLException {
        var address = URI.create("https://issuer.example/.well-known/jwks.json").toURL();
        var keys = JWKSourceBuilder.<SecurityContext>create(address).build();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
        var exact = new JWTClaimsSet.Builder().issuer("https://issuer.example").build();
        processor.setJWTClaimsSetVerifier(
            new DefaultJWTClaimsVerifier<>("https://api.example", exact, Set.of("exp")));
    }

    /** Throws unless the signature is right, by this algorithm, and the token is meant for us and has not expired. */
    public JWTClaimsSet verify(String token) throws ParseException, BadJOSEException, JOSEException {
        return processor.process(token, null);
    }
}
