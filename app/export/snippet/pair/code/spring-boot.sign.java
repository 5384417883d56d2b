import com.nimbusds.jose.jwk.*;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.text.ParseException;
import java.time.Instant;
import java.util.*;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.*;
import org.springframework.stereotype.Component;

@Component
public class Tokens {
    private final JwsHeader header;
    private final JwtEncoder encoder;

    /** JWT_PRIVATE_JWK is one line, with its kid. It stays on the server that issues tokens. */
    public Tokens(@Value("${JWT_PRIVATE_JWK}") String jwk) throws ParseException {
        var key = JWK.parse(jwk);
        header = JwsHeader.with(SignatureAlgorithm.ES256).type("JWT").keyId(key.getKeyID()).build();
        encoder = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key)));
    }

    public String sign(Map<String, Object> claims) {
        var now = Instant.now();
        var set = JwtClaimsSet.builder().claims(all -> all.putAll(claims))
            .issuer("https://issuer.example").audience(List.of("https://api.example"))
            .issuedAt(now).expiresAt(now.plusSeconds(15 * 60)).build();
        return encoder.encode(JwtEncoderParameters.from(header, set)).getTokenValue();
    }
}
