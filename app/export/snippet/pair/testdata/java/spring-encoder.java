package org.springframework.security.oauth2.jwt;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.time.Instant;
import java.util.*;
import java.util.function.Consumer;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

public interface JwtEncoder {
    Jwt encode(JwtEncoderParameters parameters);
}

public record Jwt(String getTokenValue, Map<String, Object> getClaims) {}

public record JwtEncoderParameters(JwsHeader header, JwtClaimsSet claims) {
    public static JwtEncoderParameters from(JwsHeader header, JwtClaimsSet claims) {
        return new JwtEncoderParameters(header, claims);
    }
}

public record JwsHeader(Map<String, Object> members) {
    public static JwsHeader with(SignatureAlgorithm algorithm) {
        return new JwsHeader(new LinkedHashMap<>()).member("alg", algorithm.name());
    }

    private JwsHeader member(String name, String value) {
        members.put(name, value);
        return this;
    }

    public JwsHeader type(String type) {
        return member("typ", type);
    }

    public JwsHeader keyId(String id) {
        return member("kid", id);
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

    private JwtClaimsSet claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    public JwtClaimsSet issuer(String issuer) {
        return claim("iss", issuer);
    }

    /** One audience is written as a text (RFC 7519, section 4.1.3). */
    public JwtClaimsSet audience(List<String> all) {
        return claim("aud", all.get(0));
    }

    public JwtClaimsSet issuedAt(Instant instant) {
        return claim("iat", instant);
    }

    public JwtClaimsSet expiresAt(Instant instant) {
        return claim("exp", instant);
    }

    public JwtClaimsSet build() {
        return this;
    }
}

public record NimbusJwtEncoder(ImmutableJWKSet<?> keys) implements JwtEncoder {
    public Jwt encode(JwtEncoderParameters parameters) {
        var claims = parameters.claims().claims();
        return new Jwt(standin.Tokens.sign(parameters.header().members(), keys.set().key().members(), claims), claims);
    }
}
