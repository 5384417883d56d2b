package export

// The addresses are those of the documents that say how each tool reads a value.
func storeTargets() []Target {
	return []Target{
		// https://developer.hashicorp.com/vault/docs/commands/kv/put
		command(Target{
			ID: "vault", Title: "HashiCorp Vault", Group: GroupCloud, shared: true, rename: Slug,
			Advice: []string{"Replace secret after -mount= with the path of your KV engine. vault kv put replaces all that the name held; vault kv patch adds to it."},
		}, func(dst []byte, e *Entry, name string) []byte {
			return appendTexts(dst, "vault kv put -mount=secret ", name, " ", e.Name, "=-")
		}),
		// https://docs.aws.amazon.com/cli/latest/reference/secretsmanager/create-secret.html
		// The name keeps its _: Secrets Manager warns of names that end in a hyphen
		// and six characters, as jwt-secret does.
		command(Target{
			ID: "aws-secrets-manager", Title: "AWS Secrets Manager", Group: GroupCloud, shared: true,
			Advice: []string{"For a new version of a secret that exists: aws secretsmanager put-secret-value --secret-id, with the same --secret-string."},
		}, piped("aws secretsmanager create-secret --name ", " --secret-string file:///dev/stdin")),
		// https://docs.aws.amazon.com/cli/latest/reference/ssm/put-parameter.html
		command(Target{
			ID: "aws-ssm", Title: "AWS Systems Manager parameter", Group: GroupCloud, shared: true, reserved: begins("aws", "ssm"),
			Advice: []string{"Add --overwrite for a parameter that exists. The standard tier holds 4 KB."},
		}, piped("aws ssm put-parameter --type SecureString --name ", " --value file:///dev/stdin")),
		// https://cloud.google.com/sdk/gcloud/reference/secrets/create
		command(Target{
			ID: "google-secret-manager", Title: "Google Secret Manager", Group: GroupCloud, shared: true,
			Advice: []string{"For a new version of a secret that exists: gcloud secrets versions add, the name, --data-file=-"},
		}, piped("gcloud secrets create ", " --replication-policy=automatic --data-file=-")),
		// https://learn.microsoft.com/cli/azure/keyvault/secret#az-keyvault-secret-set
		// Without --output none it prints the value that it has set.
		command(Target{
			ID: "azure-key-vault", Title: "Azure Key Vault", Group: GroupCloud, shared: true, rename: Slug,
			Advice: []string{"Replace VAULT with the name of your vault. Key Vault allows no _ in names: JWT_SECRET is jwt-secret there."},
		}, piped("az keyvault secret set --vault-name VAULT --name ", " --file /dev/stdin --encoding utf-8 --output none")),
	}
}
