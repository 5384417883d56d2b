package guide

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
)

// What a line does with the value that it has, in many languages. A line of which no rule can
// be sure has no state.
func TestTheBoxFollowsTheValueOfALine(t *testing.T) {
	const (
		logged, whole = "into a log", "whole environment"
		network       = "over the network"
		inCode        = "it is in the code"
		missing       = "Where the variable is missing"
		history       = "shell's history"
		nothing       = "gives nothing away"
		unknown       = "No rule of this box fits"
	)
	for _, c := range []struct{ line, state, says string }{
		// Into a log or onto a screen.
		{`print(os.environ["JWT_SECRET"])`, "bad", logged},
		{`print(f"secret: {os.environ['JWT_SECRET']}")`, "bad", logged},
		{`print("secret:", settings.SECRET_KEY)`, "bad", logged},
		{`print("secret: %s" % (secret,))`, "bad", logged},
		{`print("secret: {}".format(secret))`, "bad", logged},
		{`logging.info(os.getenv("JWT_SECRET"))`, "bad", logged},
		{`console.log("secret", process.env["JWT_SECRET"])`, "bad", logged},
		{`console.log({ secret })`, "bad", logged},
		{`console.log(process.env.JWT_SECRET || "none")`, "bad", logged},
		{`logger.info("secret: " + secret)`, "bad", logged},
		{`this.logger.debug('secret is ' + this.jwtSecret)`, "bad", logged},
		{`fmt.Println(os.Getenv("JWT_SECRET"))`, "bad", logged},
		{`log.Println(os.Getenv("JWT_SECRET"))`, "bad", logged},
		{`log.Printf("secret: %s", secret)`, "bad", logged},
		{`slog.Info("start", "secret", os.Getenv("JWT_SECRET"))`, "bad", logged},
		{`fmt.Fprintln(os.Stderr, secret)`, "bad", logged},
		{`puts ENV["JWT_SECRET"]`, "bad", logged},
		{`puts "secret: #{ENV.fetch('JWT_SECRET')}"`, "bad", logged},
		{`Rails.logger.info(ENV["JWT_SECRET"])`, "bad", logged},
		{`System.out.println(System.getenv("JWT_SECRET"));`, "bad", logged},
		{`println("secret: $jwtSecret")`, "bad", logged},
		{`print("secret: \(jwtSecret)")`, "bad", logged},
		{`var_dump(getenv('JWT_SECRET'));`, "bad", logged},
		{`error_log(getenv('JWT_SECRET'));`, "bad", logged},
		{`echo getenv('JWT_SECRET');`, "bad", logged},
		{`echo $_ENV['JWT_SECRET'];`, "bad", logged},
		{`print_r($this->secret);`, "bad", logged},
		{`eprintln!("{:?}", env::var("JWT_SECRET"));`, "bad", logged},
		{`println!("{secret}");`, "bad", logged},
		{`dbg!(std::env::var("JWT_SECRET"));`, "bad", logged},
		{`Console.WriteLine(Environment.GetEnvironmentVariable("JWT_SECRET"));`, "bad", logged},
		{`_logger.LogInformation($"secret {jwtSecret}");`, "bad", logged},
		{`std::cout << std::getenv("JWT_SECRET") << std::endl;`, "bad", logged},
		{"echo $JWT_SECRET", "bad", logged},
		{`echo "secret: ${JWT_SECRET}"`, "bad", logged},
		{`printf '%s\n' "$JWT_SECRET"`, "bad", logged},
		{"run: echo ${{ secrets.JWT_SECRET }}", "bad", logged},
		{"Write-Host $env:JWT_SECRET", "bad", logged},
		{"printenv JWT_SECRET", "bad", logged},
		{"cat /run/secrets/jwt", "bad", logged},
		{"printenv", "bad", whole},
		{"env", "bad", whole},
		{"RUN env | sort", "bad", whole},
		{"kubectl exec deploy/api -- env", "bad", whole},
		{"fmt.Println(os.Environ())", "bad", whole},
		{"var_dump($_ENV);", "bad", whole},
		{"print(json.dumps(dict(os.environ)))", "bad", whole},
		{"res.json(process.env)", "bad", whole},
		{"set -x", "open", "each command"},
		{"set -euxo pipefail", "open", "each command"},
		{"set -o xtrace && ./deploy.sh", "open", "each command"},

		// Over the network.
		{"res.send(process.env.JWT_SECRET)", "bad", network},
		{"res.json({ secret: process.env.JWT_SECRET })", "bad", network},
		{"res.status(500).json({ secret: process.env.JWT_SECRET })", "bad", network},
		{`return jsonify(secret=os.environ["JWT_SECRET"])`, "bad", network},
		{`fmt.Fprintf(w, "%s", os.Getenv("JWT_SECRET"))`, "bad", network},
		{`render json: { secret: ENV["JWT_SECRET"] }`, "bad", network},
		{"<?= getenv('JWT_SECRET') ?>", "bad", network},
		{`fetch("https://example.com/?k=" + process.env.JWT_SECRET)`, "bad", network},
		{"fetch(`https://example.com/?k=${process.env.JWT_SECRET}`)", "bad", network},
		{`requests.post(url, json={"secret": os.environ["JWT_SECRET"]})`, "bad", network},
		{`curl "https://x/?s=$(cat /run/secrets/jwt)"`, "bad", network},
		{`curl -H "X-Key: $JWT_SECRET" https://example.com`, "bad", network},
		{`answer=$(curl -d "k=$JWT_SECRET" https://example.com | jq .)`, "bad", network},

		// In the code, after all.
		{`const secret = "tuesday: parrot"`, "bad", inCode},
		{`"JwtSecret": "abc",`, "bad", inCode},
		{`ENV["JWT_SECRET"] || "dev"`, "bad", missing},
		{`$secret = getenv('JWT_SECRET') ?: 'dev';`, "bad", missing},
		{`secret = os.environ.get("JWT_SECRET") or "dev"`, "bad", missing},
		{`let s = env::var("JWT_SECRET").unwrap_or("dev".into());`, "bad", missing},
		{`@Value("${jwt.secret:dev}") private String secret;`, "bad", missing},

		// Commands: the history keeps what was typed.
		{"export JWT_SECRET=change-me", "open", history},
		{"JWT_SECRET=change-me node app.js", "open", history},
		{"JWT_SECRET=$(echo change-me)", "open", history},
		{"export JWT_SECRET=$(openssl rand -base64 32)", "good", nothing},
		{"JWT_SECRET=$(cat /run/secrets/jwt)", "good", nothing},
		{"JWT_SECRET=$(head -c 32 /dev/urandom | base64)", "good", nothing},
		{`JWT_SECRET="$(cat /run/secrets/jwt)"`, "good", nothing},
		{"docker run -e JWT_SECRET=abc app", "bad", history},
		{"docker run -e PORT=80 -e JWT_SECRET=abc app", "bad", history},
		{"docker run -e JWT_SECRET=$JWT_SECRET app", "bad", "list of processes"},
		{`docker run --env="JWT_SECRET=$(cat jwt)" app`, "bad", "list of processes"},
		{"docker run -e JWT_SECRET app", "open", "only the name"},
		{"kubectl create secret generic jwt --from-literal=JWT_SECRET=$JWT_SECRET", "bad", "While the command runs"},

		// Only read, into a variable or an option, or to sign and to verify.
		{"const secret = process.env.JWT_SECRET;", "good", nothing},
		{"const { JWT_SECRET } = process.env", "good", nothing},
		{"  secretOrKey: process.env.JWT_SECRET,", "good", nothing},
		{"const key = new TextEncoder().encode(process.env.JWT_SECRET)", "good", nothing},
		{`jwt.sign(claims, process.env.JWT_SECRET, { algorithm: "HS256" })`, "good", nothing},
		{`res.json({ token: jwt.sign({ sub: id }, process.env.JWT_SECRET) })`, "good", nothing},
		{`key = os.environ["JWT_SECRET"]`, "good", nothing},
		{`jwt.decode(token, os.environ["JWT_SECRET"], algorithms=["HS256"])`, "good", nothing},
		{`SECRET_KEY = config("SECRET_KEY")`, "good", nothing},
		{`secret := []byte(os.Getenv("JWT_SECRET"))`, "good", nothing},
		{`signed, err := token.SignedString([]byte(os.Getenv("JWT_SECRET")))`, "good", nothing},
		{`String secret = System.getenv("JWT_SECRET");`, "good", nothing},
		{`let secret = std::env::var("JWT_SECRET")?;`, "good", nothing},
		{`var secret = Environment.GetEnvironmentVariable("JWT_SECRET");`, "good", nothing},
		{`secret = ENV.fetch("JWT_SECRET")`, "good", nothing},
		{`'secret' => env('JWT_SECRET'),`, "good", nothing},
		{`$claims = JWT::decode($token, new Key(getenv('JWT_SECRET'), 'HS256'));`, "good", nothing},
		{`secret = open("/run/secrets/jwt").read()`, "good", nothing},
		{`@Value("${jwt.secret}")`, "good", nothing},
		{"valueFrom: { secretKeyRef: { name: jwt, key: JWT_SECRET } }", "good", nothing},
		{"env_file: .env", "good", nothing},
		{"JWT_SECRET: ${{ secrets.JWT_SECRET }}", "good", nothing},
		{"- JWT_SECRET=${JWT_SECRET:?not set}", "good", nothing},
		{`secret: "${JWT_SECRET}"`, "good", nothing},
		{"ENV JWT_SECRET_FILE=/run/secrets/jwt", "good", nothing},
		{"JWT_SECRET_FILE: /run/secrets/jwt", "good", nothing},

		// Dockerfiles.
		{"ENV JWT_SECRET=$JWT_SECRET", "bad", "docker history"},
		{"COPY .env .", "bad", "part of the image"},
		{"COPY . ./", "open", ".dockerignore"},
		{"RUN --mount=type=secret,id=jwt ./build.sh", "", unknown},

		// Whether it is set, or how long it is.
		{`console.log("JWT_SECRET set:", Boolean(process.env.JWT_SECRET))`, "", unknown},
		{`console.log("JWT_SECRET set:", !!process.env.JWT_SECRET)`, "", unknown},
		{"console.log(process.env.JWT_SECRET.length)", "", unknown},
		{`console.log("secret: " + (secret ? "set" : "missing"))`, "", unknown},
		{`log.Println("secret set:", len(secret) > 0)`, "", unknown},
		{`log.Printf("secret: %t", secret != "")`, "", unknown},
		{`print("secret set:", "JWT_SECRET" in os.environ)`, "", unknown},
		{`print("secret set:", os.environ.get("JWT_SECRET") is not None)`, "", unknown},
		{`println!("{}", env::var("JWT_SECRET").is_ok());`, "", unknown},
		{`var_dump(isset($_ENV['JWT_SECRET']));`, "", unknown},
		{`echo "JWT_SECRET: ${JWT_SECRET:+set}"`, "", unknown},
		{`echo "${#JWT_SECRET}"`, "", unknown},
		{`[ -n "$JWT_SECRET" ] && echo "JWT_SECRET is set"`, "", unknown},
		{`logger.info("secrets loaded from %s", secretPath)`, "", unknown},

		// Nobody can tell from the line.
		{"foo(process.env.JWT_SECRET)", "", unknown},
		{"process.env.JWT_SECRET", "", unknown},
		{`document.cookie = process.env.JWT_SECRET`, "", unknown},
		{`const url = "https://x/?k=" + process.env.JWT_SECRET`, "", unknown},
		{"error.message = process.env.JWT_SECRET", "", unknown},
		{"print(secrets.token_urlsafe(32))", "", unknown},
		{"return process.env.JWT_SECRET", "", unknown},
		{`app.get("/", () => process.env.JWT_SECRET)`, "", unknown},
		{"const secret = process.env.JWT_SECRET; res.send(secret)", "bad", network},
		{"jwt.sign({ secret: process.env.JWT_SECRET }, key)", "", unknown},
		{"console.log(jwt.sign(claims, process.env.JWT_SECRET))", "", unknown},
		{`new DefinePlugin({ KEY: JSON.stringify(process.env.JWT_SECRET) })`, "", unknown},
		{`fetch("/api/secrets")`, "", unknown},
		{`curl -H "X-Api-Key: $API_KEY" https://example.com`, "", unknown},
		{`echo "$JWT_SECRET" | docker secret create jwt -`, "", unknown},
		{`echo "JWT_SECRET=$JWT_SECRET" >> .env`, "", unknown},
		{`echo "rotate the secret"`, "", unknown},
		{`throw new Error("JWT_SECRET is missing")`, "", unknown},
		{`echo "::add-mask::$JWT_SECRET"`, "", unknown},
		{"const secret = process.env.JWT_SECRET; tell(secret)", "", unknown},
		{"const secret = process.env.JWT_SECRET\nconst other = 1", "", unknown},
		{"printenv PORT", "", unknown},
		{"set -e", "", unknown},
	} {
		said, state, _ := spotsShown(map[string]string{"line": c.line})
		assert.Equal(t, c.state, state["says"], c.line)
		assert.Contains(t, said["says"], c.says, c.line)
	}
}

func TestOfALongTextTheBoxIsNeverSure(t *testing.T) {
	line := append([]byte("const secret = process.env.JWT_SECRET //"), bytes.Repeat([]byte("print("), longestLine)...)
	assert.Empty(t, findings(line))
}

func TestALabelInQuotesIsNoAssignment(t *testing.T) {
	said, _, _ := spotsShown(map[string]string{"line": `logger.info("secret: " + secret)`})
	assert.NotContains(t, said["says"], "it is in the code")
}

func TestTheHistoryIsOnlyBlamedForWhatItKeeps(t *testing.T) {
	for _, line := range []string{
		"export JWT_SECRET=$(openssl rand -base64 32)",
		"export JWT_SECRET",
		"JWT_SECRET=$(cat /run/secrets/jwt)",
		"JWT_SECRET=`cat /run/secrets/jwt`",
		"docker run -e JWT_SECRET=$JWT_SECRET app",
		"docker run -e JWT_SECRET app",
		"kubectl create secret generic jwt --from-literal=JWT_SECRET=$JWT_SECRET",
	} {
		said, _, _ := spotsShown(map[string]string{"line": line})
		assert.NotContains(t, said["says"], "history", line)
	}
}
