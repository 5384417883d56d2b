package org.springframework.security.oauth2.core;

import java.util.List;

/** Throws what is wrong. */
public interface OAuth2TokenValidator<T> {
    void check(T token);
}

public record DelegatingOAuth2TokenValidator<T>(List<OAuth2TokenValidator<T>> all) implements OAuth2TokenValidator<T> {
    @SafeVarargs
    public DelegatingOAuth2TokenValidator(OAuth2TokenValidator<T>... all) {
        this(List.of(all));
    }

    public void check(T token) {
        all.forEach(validator -> validator.check(token));
    }
}
