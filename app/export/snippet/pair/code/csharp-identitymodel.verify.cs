using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Tokens;

public sealed class TokenVerifier
{
    private readonly JsonWebTokenHandler handler = new();

    // Keeps the key set, and fetches it again now and then.
    private readonly ConfigurationManager<JsonWebKeySet> keys = new(
        "https://issuer.example/.well-known/jwks.json", new KeySetRetriever());

    // Throws unless the signature is right, by this algorithm, and the token is meant for us and has not expired.
    public async Task<IDictionary<string, object>> Verify(string token)
    {
        var set = await keys.GetConfigurationAsync(CancellationToken.None);
        var result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKeys = set.GetSigningKeys(),
            TryAllIssuerSigningKeys = false, // the one that the kid names, and no other
            ValidAlgorithms = new[] { "ES256" },
            ValidIssuer = "https://issuer.example",
            ValidAudience = "https://api.example",
        });
        return result.IsValid ? result.Claims : throw result.Exception;
    }

    private sealed class KeySetRetriever : IConfigurationRetriever<JsonWebKeySet>
    {
        public async Task<JsonWebKeySet> GetConfigurationAsync(
            string address, IDocumentRetriever documents, CancellationToken stop)
        {
            return new JsonWebKeySet(await documents.GetDocumentAsync(address, stop));
        }
    }
}
