using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using System.Text; //@ utf-8

public sealed class Tokens
{
    private readonly JsonWebTokenHandler handler = new();
    private readonly SymmetricSecurityKey key;

    public Tokens()
    {
        var text = Environment.GetEnvironmentVariable("JWT_SECRET") ?? "";
        var bytes = Encoding.UTF8.GetBytes(text); //@ utf-8
        var bytes = Convert.FromHexString(text); //@ hex
        var bytes = Convert.FromBase64String(text); //@ base64
        var bytes = Base64UrlEncoder.DecodeBytes(text); //@ base64url
        if (bytes.Length < 32)
            throw new InvalidOperationException("JWT_SECRET holds less than the 32 bytes that HS256 needs (RFC 7518, section 3.2)");
        key = new SymmetricSecurityKey(bytes);
    }

    public string Sign(IDictionary<string, object> claims) => handler.CreateToken(new SecurityTokenDescriptor
    {
        Claims = claims,
        Expires = DateTime.UtcNow.AddMinutes(15),
        SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
    });

    public async Task<IDictionary<string, object>> Verify(string token)
    {
        var result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = key,
            ValidAlgorithms = new[] { SecurityAlgorithms.HmacSha256 },
            ValidateIssuer = false, // or name yours: ValidIssuer, ValidAudience
            ValidateAudience = false,
        });
        return result.IsValid ? result.Claims : throw result.Exception;
    }
}
