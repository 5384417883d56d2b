require 'base64' #@ base64 base64url
require 'jwt'

module Tokens
  KEY = ENV.fetch('JWT_SECRET').b #@ utf-8
  KEY = [ENV.fetch('JWT_SECRET')].pack('H*') #@ hex
  raise 'JWT_SECRET is not hexadecimal' unless KEY.unpack1('H*').casecmp?(ENV.fetch('JWT_SECRET')) #@ hex
  KEY = Base64.strict_decode64(ENV.fetch('JWT_SECRET')) #@ base64
  KEY = Base64.urlsafe_decode64(ENV.fetch('JWT_SECRET')) #@ base64url
  if KEY.bytesize < 32
    raise 'JWT_SECRET holds less than the 32 bytes that HS256 needs (RFC 7518, section 3.2)'
  end

  def self.sign(claims)
    JWT.encode(claims.merge('exp' => Time.now.to_i + 15 * 60), KEY, 'HS256', { typ: 'JWT' })
  end

  # Raises unless the signature is right, by this algorithm, and the token has not expired.
  def self.verify(token)
    JWT.decode(token, KEY, true, algorithm: 'HS256', required_claims: ['exp']).first
  end
end
