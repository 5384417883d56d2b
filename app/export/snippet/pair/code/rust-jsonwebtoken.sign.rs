use jsonwebtoken::{encode, get_current_timestamp, Algorithm, EncodingKey, Header};
use serde_json::{Map, Value};
use std::{env, error::Error, fs};

pub struct Signer {
    key: EncodingKey,
    header: Header,
}

impl Signer {
    // The file is private.pem: it stays on the server that issues tokens.
    pub fn new() -> Result<Self, Box<dyn Error>> {
        let file = fs::read(env::var("JWT_PRIVATE_KEY_FILE")?)?;
        let mut header = Header::new(Algorithm::ES256);
        header.kid = Some(env::var("JWT_KEY_ID")?);
        Ok(Self { key: EncodingKey::from_rsa_pem(&file)?, header }) //@ RS PS
        Ok(Self { key: EncodingKey::from_ec_pem(&file)?, header }) //@ ES
        Ok(Self { key: EncodingKey::from_ed_pem(&file)?, header }) //@ EdDSA
    }

    pub fn sign(&self, mut claims: Map<String, Value>) -> Result<String, Box<dyn Error>> {
        let now = get_current_timestamp();
        claims.insert("iss".into(), "https://issuer.example".into());
        claims.insert("aud".into(), "https://api.example".into());
        claims.insert("iat".into(), now.into());
        claims.insert("exp".into(), (now + 15 * 60).into());
        Ok(encode(&self.header, &claims, &self.key)?)
    }
}
