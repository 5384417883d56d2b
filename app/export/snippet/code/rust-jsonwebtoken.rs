use data_encoding::HEXLOWER_PERMISSIVE; //@ hex
use data_encoding::BASE64; //@ base64
use data_encoding::BASE64URL_NOPAD; //@ base64url
use jsonwebtoken::errors::Result;
use jsonwebtoken::{decode, encode, get_current_timestamp, Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde_json::{Map, Value};
use std::{env, error::Error};

pub struct Tokens {
    encoding: EncodingKey,
    decoding: DecodingKey,
}

impl Tokens {
    pub fn new() -> std::result::Result<Self, Box<dyn Error>> {
        let key = env::var("JWT_SECRET")?.into_bytes(); //@ utf-8
        let key = HEXLOWER_PERMISSIVE.decode(env::var("JWT_SECRET")?.as_bytes())?; //@ hex
        let key = BASE64.decode(env::var("JWT_SECRET")?.as_bytes())?; //@ base64
        let key = BASE64URL_NOPAD.decode(env::var("JWT_SECRET")?.as_bytes())?; //@ base64url
        if key.len() < 32 {
            return Err("JWT_SECRET holds less than the 32 bytes that HS256 needs (RFC 7518, section 3.2)".into());
        }
        Ok(Self { encoding: EncodingKey::from_secret(&key), decoding: DecodingKey::from_secret(&key) })
    }

    pub fn sign(&self, mut claims: Map<String, Value>) -> Result<String> {
        claims.insert("exp".into(), (get_current_timestamp() + 15 * 60).into());
        encode(&Header::new(Algorithm::HS256), &claims, &self.encoding)
    }

    // An error unless the signature is right, by this algorithm, and the token has not expired.
    pub fn verify(&self, token: &str) -> Result<Map<String, Value>> {
        decode(token, &self.decoding, &Validation::new(Algorithm::HS256)).map(|data| data.claims)
    }
}
