using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

public sealed class TokenSigner
{
    private readonly JsonWebTokenHandler handler = new();
    private readonly SigningCredentials credentials;

    // JWT_PRIVATE_JWK is one line, with its kid. It stays on the server that issues tokens.
    public TokenSigner()
    {
        var key = new JsonWebKey(Environment.GetEnvironmentVariable("JWT_PRIVATE_JWK"));
        credentials = new SigningCredentials(key, "ES256");
    }

    public string Sign(IDictionary<string, object> claims)
    {
        var now = DateTime.UtcNow;
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Claims = claims,
            Issuer = "https://issuer.example",
            Audience = "https://api.example",
            IssuedAt = now,
            Expires = now.AddMinutes(15),
            SigningCredentials = credentials, // these name the kid
        });
    }
}
