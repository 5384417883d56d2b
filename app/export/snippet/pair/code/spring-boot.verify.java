import java.time.Instant;
import java.util.*;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.*;
import org.springframework.stereotype.Component;

@Component
public class Tokens {
    private final NimbusJwtDecoder decoder;

    /** The key set is kept for five minutes; an unknown kid has it fetched again. */
    public Tokens() {
        decoder = NimbusJwtDecoder.withJwkSetUri("https://issuer.example/.well-known/jwks.json")
            .jwsAlgorithm(SignatureAlgorithm.ES256).build();
        var issuer = JwtValidators.createDefaultWithIssuer("https://issuer.example");
        var audience = new JwtClaimValidator<List<String>>("aud",
            all -> all != null && all.contains("https://api.example"));
        var expires = new JwtClaimValidator<Instant>("exp", Objects::nonNull);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(issuer, audience, expires));
    }

    /** Throws unless the signature is right, by this algorithm, and the token is meant for us and has not expired. */
    public Jwt verify(String token) {
        return decoder.decode(token);
    }
}
