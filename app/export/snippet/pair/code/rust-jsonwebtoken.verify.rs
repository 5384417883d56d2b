use jsonwebtoken::{decode, decode_header, jwk::JwkSet, Algorithm, DecodingKey, Validation};
use serde_json::{Map, Value};
use std::{error::Error, time::{Duration, Instant}};

#[derive(Default)]
pub struct Verifier {
    kept: Option<(JwkSet, Instant)>,
}

impl Verifier {
    // The key set, fetched anew when it is five minutes old.
    fn keys(&mut self) -> Result<&JwkSet, Box<dyn Error>> {
        let fresh = |kept: &(JwkSet, Instant)| kept.1.elapsed() < Duration::from_secs(300);
        if !self.kept.as_ref().is_some_and(fresh) {
            let answer = ureq::get("https://issuer.example/.well-known/jwks.json")
                .timeout(Duration::from_secs(5))
                .call()?;
            self.kept = Some((serde_json::from_reader(answer.into_reader())?, Instant::now()));
        }
        Ok(&self.kept.as_ref().expect("was just set").0)
    }

    // An error unless the signature is right, by this algorithm, and the token is meant for us and has not expired.
    pub fn verify(&mut self, token: &str) -> Result<Map<String, Value>, Box<dyn Error>> {
        let kid = decode_header(token)?.kid.ok_or("the token names no key")?;
        let key = DecodingKey::from_jwk(self.keys()?.find(&kid).ok_or("the key set has no such key")?)?;
        let mut validation = Validation::new(Algorithm::ES256);
        validation.set_issuer(&["https://issuer.example"]);
        validation.set_audience(&["https://api.example"]);
        validation.set_required_spec_claims(&["exp", "iss", "aud"]);
        Ok(decode(token, &key, &validation)?.claims)
    }
}
