package org.springframework.security.oauth2.jwt;

import java.io.UncheckedIOException;
import java.net.*;
import java.time.Instant;
import java.util.*;
import java.util.function.Predicate;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/** The claims that it sees are as Spring has them: a list of audiences, dates as instants. */
public record JwtClaimValidator<T>(String name, Predicate<T> good) implements OAuth2TokenValidator<Jwt> {
    @SuppressWarnings("unchecked")
    public void check(Jwt token) {
        Object value = token.getClaims().get(name);
        if (name.equals("aud") && value != null) {
            value = List.of(value);
        }
        if (name.equals("exp") && value != null) {
            value = Instant.ofEpochSecond((Long) value);
        }
        if (!good.test((T) value)) {
            throw new SecurityException("the claim " + name + " is not as it has to be");
        }
    }
}

public final class JwtValidators {
    public static OAuth2TokenValidator<Jwt> createDefaultWithIssuer(String issuer) {
        return new JwtClaimValidator<String>("iss", issuer::equals);
    }
}

public final class NimbusJwtDecoder {
    private final URL address;
    private String algorithm = "RS256";
    private OAuth2TokenValidator<Jwt> validator;

    private NimbusJwtDecoder(URL address) {
        this.address = address;
    }

    public static NimbusJwtDecoder withJwkSetUri(String address) {
        try {
            return new NimbusJwtDecoder(URI.create(address).toURL());
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    public NimbusJwtDecoder jwsAlgorithm(SignatureAlgorithm algorithm) {
        this.algorithm = algorithm.name();
        return this;
    }

    public NimbusJwtDecoder build() {
        return this;
    }

    public void setJwtValidator(OAuth2TokenValidator<Jwt> validator) {
        this.validator = validator;
    }

    public Jwt decode(String token) {
        var jwt = new Jwt(token, standin.Tokens.verify(token, algorithm, address));
        validator.check(jwt);
        return jwt;
    }
}
