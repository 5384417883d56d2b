import com.nimbusds.jose.jwk.source.ImmutableSecret;
import java.nio.charset.StandardCharsets; //@ utf-8
import java.time.Instant;
import java.util.Base64; //@ base64 base64url
import java.util.HexFormat; //@ hex
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.*;
import org.springframework.stereotype.Component;

@Component
public class Tokens {
    private final JwtEncoder encoder;
    private final JwtDecoder decoder;

    public Tokens(@Value("${JWT_SECRET}") String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8); //@ utf-8
        byte[] bytes = HexFormat.of().parseHex(text); //@ hex
        byte[] bytes = Base64.getDecoder().decode(text); //@ base64
        byte[] bytes = Base64.getUrlDecoder().decode(text); //@ base64url
        if (bytes.length < 32) {
            throw new IllegalStateException("JWT_SECRET holds less than the 32 bytes that HS256 needs (RFC 7518, section 3.2)");
        }
        var key = new SecretKeySpec(bytes, "HmacSHA256");
        encoder = new NimbusJwtEncoder(new ImmutableSecret<>(key));
        decoder = NimbusJwtDecoder.withSecretKey(key).macAlgorithm(MacAlgorithm.HS256).build();
    }

    public String sign(Map<String, Object> claims) {
        var header = JwsHeader.with(MacAlgorithm.HS256).build();
        var expires = Instant.now().plusSeconds(15 * 60);
        var set = JwtClaimsSet.builder().claims(all -> all.putAll(claims)).expiresAt(expires).build();
        return encoder.encode(JwtEncoderParameters.from(header, set)).getTokenValue();
    }

    public Jwt verify(String token) {
        return decoder.decode(token);
    }
}
