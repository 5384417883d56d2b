defmodule Tokens do
  use Joken.Config

  @impl true
  def token_config, do: default_claims(default_exp: 15 * 60, skip: [:aud, :iss, :jti, :nbf])

  def sign(claims), do: generate_and_sign(claims, signer())

  # {:ok, claims} only if the signature is right, by this algorithm, and the token has not expired.
  def verify(token), do: verify_and_validate(token, signer())

  defp signer do
    key = System.fetch_env!("JWT_SECRET") #@ utf-8
    key = Base.decode16!(System.fetch_env!("JWT_SECRET"), case: :mixed) #@ hex
    key = Base.decode64!(System.fetch_env!("JWT_SECRET")) #@ base64
    key = Base.url_decode64!(System.fetch_env!("JWT_SECRET"), padding: false) #@ base64url

    if byte_size(key) < 32 do
      raise "JWT_SECRET holds less than the 32 bytes that HS256 needs (RFC 7518, section 3.2)"
    end

    Joken.Signer.create("HS256", key)
  end
end
