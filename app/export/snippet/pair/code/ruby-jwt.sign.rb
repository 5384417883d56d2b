require 'jwt'

module Tokens
  # private.pem: it stays on the server that issues tokens.
  KEY = OpenSSL::PKey.read(File.read(ENV.fetch('JWT_PRIVATE_KEY_FILE')))

  def self.sign(claims)
    now = Time.now.to_i
    ours = {
      'iss' => 'https://issuer.example',
      'aud' => 'https://api.example',
      'iat' => now,
      'exp' => now + 15 * 60
    }
    JWT.encode(claims.merge(ours), KEY, 'ES256', { typ: 'JWT', kid: ENV.fetch('JWT_KEY_ID') })
  end
end
