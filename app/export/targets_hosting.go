package export

const adviceArgument = "The tool reads no standard input, so the value is an argument while the command runs: other users of this computer could see it in the list of processes. It stays out of the history. Where that matters, use the web page of the service."

func hostingTargets() []Target {
	return []Target{
		// https://cli.github.com/manual/gh_secret_set
		// https://docs.github.com/actions/reference/security/secrets
		command(Target{
			ID: "github", Title: "GitHub Actions", Group: GroupHosting, reserved: begins("github_"),
			Advice: []string{"For the repository of the current folder. A name may not begin with GITHUB_. For a deployment environment add --env."},
		}, piped("gh secret set ", "")),
		// https://docs.gitlab.com/cli/variable/set/
		command(Target{
			ID: "gitlab", Title: "GitLab CI/CD", Group: GroupHosting,
			Advice: []string{"--masked hides it in logs and needs 8 characters or more and no space. Add --protected to keep it to protected branches."},
		}, piped("glab variable set ", " --masked --raw")),
		// https://vercel.com/docs/cli/env
		command(Target{
			ID: "vercel", Title: "Vercel", Group: GroupHosting, reserved: begins("next_public_", "vite_"),
			Advice: []string{"For the project that vercel link chose. --sensitive: nobody can read it back. It holds from the next deployment on."},
		}, piped("vercel env add ", " production --sensitive")),
		// https://cli.netlify.com/commands/env#envset
		// -- ends the options, because a value may begin with a dash.
		asking(Target{
			ID: "netlify", Title: "Netlify", Group: GroupHosting, Advice: []string{adviceArgument},
		}, piped("netlify env:set --context production --secret -- ", ` "$secret"`)),
		// https://developers.cloudflare.com/workers/wrangler/commands/#secret-put
		command(Target{
			ID: "cloudflare", Title: "Cloudflare Workers", Group: GroupHosting,
			Advice: []string{"For the Worker of the current folder. It deploys at once."},
		}, piped("npx wrangler secret put ", "")),
		// https://fly.io/docs/flyctl/secrets-set/ and, for the -, flyctl's own
		// internal/command/secrets/set.go
		command(Target{
			ID: "fly", Title: "Fly.io", Group: GroupHosting,
			Advice: []string{"Restarts the machines of the app. Add --stage to wait for the next deployment."},
		}, piped("fly secrets set ", "=-")),
		// https://devcenter.heroku.com/articles/config-vars
		// Heroku prints the value that it has set.
		asking(Target{
			ID: "heroku", Title: "Heroku", Group: GroupHosting, reserved: begins("heroku_", "__"),
			Advice: []string{adviceArgument, "Restarts the app. The output is dropped because it shows the value."},
		}, piped("heroku config:set ", `="$secret" >/dev/null`)),
	}
}
