require 'json'
require 'jwt'
require 'net/http'

module Tokens
  ADDRESS = URI('https://issuer.example/.well-known/jwks.json')

  # The key set, fetched anew when it is five minutes old.
  def self.keys
    if @keys.nil? || Time.now - @fetched > 300
      answer = Net::HTTP.get_response(ADDRESS)
      answer.value # raises unless it is a success
      @keys = JSON.parse(answer.body, symbolize_names: true)
      @fetched = Time.now
    end
    @keys
  end

  # Raises unless the signature is right, by this algorithm, and the token is meant for us and has not expired.
  def self.verify(token)
    JWT.decode(token, nil, true,
               algorithms: ['ES256'],
               jwks: ->(_) { keys },
               iss: 'https://issuer.example', verify_iss: true,
               aud: 'https://api.example', verify_aud: true,
               required_claims: %w[exp iss aud]).first
  end
end
