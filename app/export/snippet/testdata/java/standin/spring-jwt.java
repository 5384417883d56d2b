package org.springframework.security.oauth2.jwt;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import java.time.Instant;
import java.util.*;
import java.util.function.Consumer;
import javax.crypto.SecretKey;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;

public interface JwtEncoder {
    Jwt encode(JwtEncoderParameters parameters);
}

public interface JwtDecoder {
    Jwt decode(String token);
}

public record Jwt(String getTokenValue, Map<String, Object> getClaims) {}

public record JwtEncoderParameters(JwsHeader header, JwtClaimsSet claims) {
    public static JwtEncoderParameters from(JwsHeader header, JwtClaimsSet claims) {
        return new JwtEncoderParameters(header, claims);
    }
}

public record JwsHeader(MacAlgorithm algorithm) {
    public static JwsHeader with(MacAlgorithm algorithm) {
        return new JwsHeader(algorithm);
    }

    public JwsHeader build() {
        return this;
    }
}

public record JwtClaimsSet(Map<String, Object> claims) {
    public static JwtClaimsSet builder() {
        return new JwtClaimsSet(new LinkedHashMap<>());
    }

    public JwtClaimsSet claims(Consumer<Map<String, Object>> change) {
        change.accept(claims);
        return this;
    }

    public JwtClaimsSet expiresAt(Instant instant) {
        claims.put("exp", instant);
        return this;
    }

    public JwtClaimsSet build() {
        return this;
    }
}

public record NimbusJwtEncoder(ImmutableSecret<?> secret) implements JwtEncoder {
    public Jwt encode(JwtEncoderParameters parameters) {
        var claims = parameters.claims().claims();
        return new Jwt(standin.Tokens.sign(parameters.header().algorithm().name(), secret.key(), claims), claims);
    }
}

public record NimbusJwtDecoder(SecretKey key, MacAlgorithm algorithm) implements JwtDecoder {
    public static NimbusJwtDecoder withSecretKey(SecretKey key) {
        return new NimbusJwtDecoder(key, MacAlgorithm.HS256);
    }

    public NimbusJwtDecoder macAlgorithm(MacAlgorithm algorithm) {
        return new NimbusJwtDecoder(key, algorithm);
    }

    public NimbusJwtDecoder build() {
        return this;
    }

    public Jwt decode(String token) {
        var verified = standin.Tokens.verify(token, key.getEncoded());
        if (!verified.algorithm.equals(algorithm.name())) {
            throw new SecurityException("another algorithm is expected");
        }
        return new Jwt(token, verified.claims);
    }
}
