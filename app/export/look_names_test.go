package export_test

// variableNames are names as people give them to a secret: words in one case or in
// several, abbreviations, versions, years and quarters, algorithms and sizes.
var variableNames = []string{
	"MyJWTHS256Key2025Q4", "myJwtHs256Key2025Q4", "JWTHS256Key2025Q4", "JWTHS512SigningKey2026Q1", "jwtHS384SecretV2", "MyAppJWTSecretHS256",
	"JWTSecretKey2024Q3Prod", "JwtKeyQ4FY2025EU1", "AuthJWTKeyQ1FY26", "HS256Key20251231", "HS256SigningKeyV3", "HS512KeyForQ2Y2027", "HMACSHA256Key2025",
	"HMACKeySHA512v2", "hmacSha384KeyQ3", "JWTSHA256HMACKey", "JWTKeyHS256HS384", "myKeyHS256For2026H1", "JwtHs256Secret2025H2", "K8sJWTSecret2025Q4",
	"k8sClusterJWTKeyEU1", "EKSProdJWTKeyV2", "GKEJwtSecretEUW4", "AKSJWTKeyWestEU2", "S3UploadTokenKey2", "EC2JWTKeyUSEast1", "IAMServiceJWTKey1", "RDSProxyJWTKeyV10",
	"SQSWorkerJwtKey3", "SNSTopicSecret2025", "AWSLambdaJWTKey01", "GCPRunJWTSecretV4", "AzureFnJWTKey2026", "AzureADB2CClientSecretV2", "AADB2CJwtKey2025",
	"Auth0JWTSecretDev2", "Auth0M2MClientSecret", "Okta2FAJWTSecretKey", "OIDCClientSecretV2", "OAuth2ClientSecretProd", "oauth2JwtSigningKeyV2", "OAuth2RSJWTKey2025",
	"SSOJWTKey2025Prod1", "SAML2JWTBridgeKey", "LDAPSyncJwtKey2024", "MFATokenKeyV2025", "TOTPSeedKeySHA1v2", "U2FRegistrationKey1", "WebAuthnJWTKeyV2",
	"CSRFTokenKey2025v1", "XSRFTokenSecretKey", "SessionJWTKey2025", "sessionKeySHA256V1", "CookieJWTSecretKey01", "RefreshJWTKey2025Q2", "refreshTokenHS512Key",
	"AccessTokenHS256Key1", "accessTokenJWTKeyV11", "IdTokenHS256Key2025", "APIGatewayJWTKeyV2", "ApiGwJwtKeyProdEU", "APIKeyJWTIssuerV3", "apiJWTKeyEUCentral1",
	"RESTAPIJWTSecret25", "GraphQLJWTSecretV2", "gRPCJWTKey2025Prod", "WSGatewayJWTKey01", "WebSocketJWTKeyV2", "MQTTBrokerJWTKey3",
	"RabbitMQJWTKeyV3", "NATSJwtKeyProd2025", "RedisSessionKeyV2", "PostgRESTJWTSecret", "PostgresJWTKey2025", "MySQLProxyJWTKey2", "MongoDBJWTKeyV2025",
	"SupabaseJWTSecretV2", "HasuraJWTKeyHS256", "hasuraGraphQLJwtKey", "StrapiJWTSecret2025", "DirectusJWTKeyV9", "KeycloakJWTKeyQ42025", "KongJWTKeyHS256v2",
	"TraefikJWTKey2025", "NginxPlusJWTKeyV2", "EnvoyJWTKeyHS256EU", "IstioJWTKey2026Q1", "CloudflareJWTKeyV2", "CFAccessJWTKey2025", "VercelJWTSecretProd",
	"NextAuthJWTSecretV2", "NextJSJWTKey2025Q1", "NuxtJWTSecretKeyV3", "NestJSJWTSecretKey", "nestJsJwtKeyHs256V1", "ExpressJWTKey2025", "FastAPIJWTKeyHS256",
	"DjangoJWTKeyV2025", "FlaskJWTSecretKeyV2", "RailsJWTKeyBase2025", "LaravelJWTKeyHS256", "SpringBootJWTKeyV3", "springJwtSecretHs512", "QuarkusJWTKeyV2025",
	"DotNetJWTKey2025Q4", "ASPNetJWTKeyV8Prod", "AspNetCoreJwtKey8", "BlazorJWTKey2025V1", "PHPJWTKeyHS256Prod", "SymfonyJWTKey2025", "GoJWTKeyHS256Prod",
	"RustJWTKeyHS512V1", "KtorJWTSecretHS256", "ElixirJWTKey2025", "iOSAppJWTKeyV2025", "iOSPushJWTKeyEU1", "AndroidJWTKeyV14", "macOSAppJWTKeyV2",
	"MobileAppJWTKeyIOS17", "TVOSJwtKey2025Q3", "UIJWTKey2025BetaV2", "SPAJWTKeyV2025Q4", "PWAJWTSecret2025", "BFFJWTKey2025Q1EU", "CMSJWTKeyHS256V2", "CRMJWTSecret2025Q4",
	"ERPJWTKeyHS384DE1", "POSJWTKey2025V12", "HRISJWTKeyQ12026", "LMSJWTKeyHS256US2", "IoTHubJWTKey2025", "IOTDeviceJWTKeyV2", "PLCGatewayJWTKey3", "VPNJWTKey2025Q2V1",
	"CICDJWTKey2025Q4", "CIJWTKeyHS256V3", "GHActionsJWTKeyV2", "GitLabCIJWTKey2025", "JenkinsJWTKeyV2025", "ArgoCDJWTKeyProd1", "TFCloudJWTKeyV2", "DRSiteJWTKey2026Q1",
	"UATJWTKey2025Q3V2", "QAJWTKeyHS256EnvB", "DevJWTKey2025LocalV1", "StgJWTKeyHS512V2", "StagingJWTKeyEU2Q3", "ProdJWTKeyUSW2Q4", "prodJwtKeyApSouth1", "ProdEUW1JWTKeyV2", "PrdJWTKeyHS256UKS",
	"USEast1JWTKey2025", "EUCentral1JWTKeyV2", "APSouthEast2JWTKey", "DEFraJWTKey2025V1", "UKSouthJWTKeyQ4FY25", "B2BPortalJWTKeyV2", "B2CPortalJWTKey2025", "C2CJWTKeyHS256V2",
	"P2PLendingJWTKeyV3", "M2MJWTKeyHS256Q4", "S2SJWTKey2025Q1V2", "E2EJWTKeyTests2025", "I18nServiceJWTKey2", "L10nJWTKeyHS256V1", "A11yJWTKeyHS256V2", "N8nJWTSecret2025",
	"Web3JWTKeyHS256V2", "H2ConsoleJWTKeyV1", "HTTP2JWTKeyHS256", "TLS13JWTKeyHS256", "mTLSJWTKeyHS256V2", "AES256GCMKey2025Q4", "AESKeyGCM256V2Prod", "PBKDF2JWTKeySHA256",
	"Argon2idPepperKeyV2", "BcryptPepperKey2025", "Ed25519SeedKeyV2025", "RS256PrivateKeyV2025", "ES256PublicKeyQ42025", "PS512KeyProd2025Q4", "x509CertKeyV2025", "JWKSetKeyHS256V2",
	"JWEKeyA256GCMV2025", "JWSKeyHS256ProdEU1", "jwkOctKeyHS512V2", "kidHS256Key2025Q4", "PrevJWTKeyHS256Q3", "PreviousJWTKey2025Q3", "NextJWTKeyHS256Q12026", "OldJWTKeyQ2FY2024", "NewJWTKeyHS512FY26",
	"BackupJWTKey2025Q4V1", "RotatedJWTKey20251101", "JWTKeyRotated2025Nov", "JWTKeyNov2025HS256", "JwtKeyDec24ProdEU", "jan2026JwtKeyHs256", "JWT2026Q1KeyHS512EU", "key2025Q4HS256JWTProd",
	"TenantAJWTKey2025Q4", "Tenant42JWTKeyHS256", "Customer7JWTKeyV2025", "Team3JWTSecretHS256", "ShopJWTKeyDE2025Q4", "BillingJWTKeyV2HS512", "PaymentsJWTKeyPCI4", "checkoutJwtKeyV2Q4",
	"InvoicingJWTKeyHS256", "SearchJWTKeyES8V2", "OrdersJWTKey2025Q4EU", "ReportsJWTKeyHS384V2", "UserServiceJWTKeyV21", "notificationJwtKeyV2", "MailJWTKeySMTP2025", "SMSGatewayJWTKey25", "FCMPushJWTKeyV1Prod",
	"JWTKey", "JWTSecret", "JwtKeyV2", "APP_JWT_KEY_2025_Q4", "App_JWT_HS256_Key_2025Q4", "My_JWT_HS256Key2025Q4", "Jwt_Key_HS512_Q4FY25", "JWT_HS256Key_V2025Q4", "appSettings__JwtKeyHS256",
	"Jwt__Key2025Q4HS256", "JwtSettings__SecretKeyV2", "TokenOptions__HS256Key1", "Auth__Jwt__HS512Key2025", "jwtKey_2025Q4_prodEU1", "JWTKEYHS256PROD2025Q4", "JWTSECRET2025Q4HS512", "MYAPPJWTHS256KEY2025", "jwthmacsha256key2025q4",
	"jwtsecretproduction2025", "authservicejwtkeyhs256", "hs256jwtsigningkey2025", "SECRETKEYJWT20251231",
	"KafkaStreamsKey2025", "ElasticAPMJWTKeyV8", "GrafanaJWTKeyHS256Q1", "PrometheusJWTKeyV2", "VaultTransitKeyV2025", "ConsulACLTokenKeyV1",
	"NomadJWTKey2025Q3", "DatadogRUMJWTKeyEU1", "SentryDSNJWTKeyV2", "SegmentWriteKeyV2025", "StripeWHSecretV2025", "TwilioAPIKeySIDV2",
	"SendGridJWTKeyQ2FY26", "MailgunHMACKeyV3EU", "AlgoliaSearchKeyV4", "MeiliMasterKeyV1Prod", "TypesenseJWTKey25Q4", "ClerkJWTKeyHS256V5",
	"FirebaseJWTKeyV9Web", "CognitoJWTKeyUSE1V2", "AmplifyJWTKeyV6Prod", "FirestoreRulesKeyV2", "WorkOSJWTKeySSOV2", "SuperTokensJWTKeyV7",
	"FusionAuthJWTKeyHS256", "ZitadelJWTKeyV2", "OryKratosJWTKeyV1", "HydraSystemSecretV2", "AutheliaJWTSecretV4", "AuthentikJWTKey2025",
	"GiteaJWTSecretV1p21", "ForgejoInternalTokenV7", "OnlyOfficeJWTSecretV8", "NextcloudTalkJWTKeyV2", "JitsiJWTAppSecretV2", "RocketChatJWTKeyV6",
	"MatrixSynapseKeyV1", "LiveKitAPISecretV1", "OpenViduJWTKeyV3", "N8NJWTSecretQ42025", "WikiJSJWTKeyV2Prod", "OutlineSecretKeyV1", "PlankaJWTKeyV1",
	"BaserowJWTKeyHS256", "NocoDBJWTSecretV2", "AppwriteJWTKeyV1p6", "PocketBaseJWTKeyV02", "SurrealDBJWTKeyHS512", "FaunaJWTKeyV10Beta",
	"CockroachDBJWTKeyV24", "ClickHouseJWTKeyV2", "TimescaleJWTKeyPG17", "PGBouncerJWTKeyV1", "XAuthJWTKeyHS256V2", "ZeroTrustJWTKeyV2Q1",
	"SDKJWTKeyHS256TS5", "JSJWTKeyES2025", "jwtKeyForTenant12EU", "jwtSecretV2DoNotUse", "MYKEYJWT2025", "cfgJwtHmacSha512Key2", "devJwtHmac256SecretB",
	"tmpJwtKey2025Q4Copy", "jwtHS256KeyCopy2Final", "backendJwtKeyDec2025", "JwtTokenHmacKeyBase64V2", "Base64URLJWTKeyHS256", "Base64JWTSecretKey32B",
	"HexJWTKey64CharsV2", "JWTSecret256BitV2", "JWT512BitKeyHS512", "Jwt32ByteKeyHS256", "SecretKey32BytesB64", "JwtKeyB64URL2025Q4",
	"PCIDSS4JWTKeyHS512", "SOC2JWTKeyRotation1", "GDPRJWTKeyEU2025Q2", "HIPAAJWTKeyUSV2", "FIPS1402JWTKeyV2", "ISO27001JWTKeyV2", "FedRAMPJWTKeyGovUS1",
	"EIDASJWTKeyEUV2025", "OpenBankingJWTKeyUKV3", "SEPAJWTKeyDE2025Q1",
}

// strangeNames are real ones too, of so many abbreviations that chance might have
// made them.
var strangeNames = []string{"KafkaJWTKeyEU2025", "PhoenixJWTKeyV1p7", "AppSyncJWTKeyEUW1Q4", "DBProxyJWTKeyPG16EU", "PSD2SCAJWTKeyEUV3"}

// serviceNames are names of services and environments.
var serviceNames = []string{
	"authservicev2eu1", "userprofileservice2", "paymentsgatewayv3", "billingapiprod2025", "notificationsv2prod", "ordermanagement2025q4", "identityprovider2", "k8sclusterprodeu1",
	"MyServiceHS256Prod1", "UserProfileAPIv2", "GraphQLGatewayEU1", "ReportingDB2ETLJob", "SAPS4HANABridgeV2", "OAuth2TokenServer", "B2BPartnerPortalV2", "IoTIngestEUW1Prod",
	"customer-jwt-issuer-2025q4", "prod-eu-central-1a", "staging-us-east-1-k8s", "eu.west.1.prod.v2", "Search API v2", "qa2-feature-JIRA12345", "pr-12345-preview-env", "release2025q4hotfix3",
	"microservicestarterkit", "productionuseast1", "productioneuwest2b", "preproductionv2025", "disasterrecoverysite2", "integrationtests2025",
}
