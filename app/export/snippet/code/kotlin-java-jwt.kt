import com.auth0.jwt.JWT
import com.auth0.jwt.algorithms.Algorithm
import com.auth0.jwt.interfaces.DecodedJWT
import java.time.Instant
import java.util.Base64 //@ base64 base64url
import java.util.HexFormat //@ hex

class Tokens {
    private val key = System.getenv("JWT_SECRET").toByteArray() //@ utf-8
    private val key = HexFormat.of().parseHex(System.getenv("JWT_SECRET")) //@ hex
    private val key = Base64.getDecoder().decode(System.getenv("JWT_SECRET")) //@ base64
    private val key = Base64.getUrlDecoder().decode(System.getenv("JWT_SECRET")) //@ base64url
    private val algorithm = Algorithm.HMAC256(key)

    init {
        check(key.size >= 32) { "JWT_SECRET holds less than the 32 bytes that HS256 needs (RFC 7518, section 3.2)" }
    }

    fun sign(claims: Map<String, Any>): String =
        JWT.create().withPayload(claims).withExpiresAt(Instant.now().plusSeconds(15 * 60)).sign(algorithm)

    // Throws unless the signature is right, by this algorithm, and the token has not expired.
    fun verify(token: String): DecodedJWT =
        JWT.require(algorithm).withClaimPresence("exp").build().verify(token)
}
