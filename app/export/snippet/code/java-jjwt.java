import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.UnsupportedJwtException;
import java.nio.charset.StandardCharsets; //@ utf-8
import java.time.Instant;
import java.util.Base64; //@ base64 base64url
import java.util.Date;
import java.util.HexFormat; //@ hex
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

public final class Tokens {
    private final SecretKey key;

    public Tokens() {
        byte[] bytes = System.getenv("JWT_SECRET").getBytes(StandardCharsets.UTF_8); //@ utf-8
        byte[] bytes = HexFormat.of().parseHex(System.getenv("JWT_SECRET")); //@ hex
        byte[] bytes = Base64.getDecoder().decode(System.getenv("JWT_SECRET")); //@ base64
        byte[] bytes = Base64.getUrlDecoder().decode(System.getenv("JWT_SECRET")); //@ base64url
        if (bytes.length < 32) {
            throw new IllegalStateException("JWT_SECRET holds less than the 32 bytes that HS256 needs (RFC 7518, section 3.2)");
        }
        key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    public String sign(Map<String, Object> claims) {
        Date expires = Date.from(Instant.now().plusSeconds(15 * 60));
        return Jwts.builder().claims(claims).expiration(expires).signWith(key, Jwts.SIG.HS256).compact();
    }

    public Claims verify(String token) {
        Jws<Claims> jws = Jwts.parser().verifyWith(key).build().parseSignedClaims(token);
        if (!jws.getHeader().getAlgorithm().equals("HS256")) {
            throw new UnsupportedJwtException("the token is not signed with HS256");
        }
        return jws.getPayload();
    }
}
