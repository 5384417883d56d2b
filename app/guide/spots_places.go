package guide

// spotReaders are those who may be able to read a secret, in the order of [spotPlace.readers].
var spotReaders = [...]string{
	"Other programs of the same user",
	"root on the machine",
	"Anyone with the repository",
	"Anyone with the image",
	"Whoever runs the platform",
	"Everyone on the internet",
}

// spotPlace is a place where people keep a secret.
type spotPlace struct {
	name, state, verdict string

	// readers says of each of [spotReaders] whether they can read it: "yes", "no" or "if",
	// and why.
	readers [len(spotReaders)][2]string

	leaks, better string
}

func (s spotPlace) rows() (rows [][]string) {
	for i, r := range s.readers {
		rows = append(rows, []string{spotReaders[i], r[0], r[1]})
	}
	return rows
}

// spotPlaces are the places, as the list of the box names them. The chapter has the sources.
var spotPlaces = []spotPlace{
	{
		name: "Source code", state: "bad", verdict: "Not a place for a secret: it goes wherever the code goes.",
		readers: [...][2]string{
			{"yes", "They can read the program's files. Compiling hides nothing."},
			{"yes", "root reads every file."},
			{"yes", "Now, later, and in every old commit."},
			{"yes", "The code is in it."},
			{"yes", "Wherever the code is built, tested or run."},
			{"if", "The repository, or one copy of it, becomes public."},
		},
		leaks:  "Clones, forks, the history, the search of the code host, laptops, backups.",
		better: "Make a new secret first. Then let the platform hand it over: a mounted file, a secret manager, or a variable.",
	},
	{
		name: ".env file", state: "open", verdict: "Good on your own machine. Elsewhere, mind where the file goes.",
		readers: [...][2]string{
			{"yes", "Unless the file belongs to somebody else. chmod 600 keeps other users out."},
			{"yes", "root reads every file."},
			{"if", "It was ever committed. A .gitignore that came later changes nothing."},
			{"if", "COPY . . took it along. Name it in .dockerignore."},
			{"if", "They can log in there, or read the backups."},
			{"if", "The web server serves the folder that it is in."},
		},
		leaks:  "git add ., COPY . ., backups, chat messages to a new colleague.",
		better: "On a server: a file outside the code's folder, for the service's user alone, or a secret manager.",
	},
	{
		name: "Environment variable", state: "open", verdict: "Common, and fine if nothing ever prints the environment.",
		readers: [...][2]string{
			{"yes", "On Linux by /proc/PID/environ, unless the process is protected from it. Child processes inherit it."},
			{"yes", "By /proc/PID/environ of any process."},
			{"no", "Unless a file that sets it is in there."},
			{"no", "It is set when the container starts."},
			{"yes", "docker inspect and the settings of the service show it."},
			{"if", "A debug page or an error message prints the environment."},
		},
		leaks:  "Logs at the start, error trackers, crash dumps, debug pages, every child process.",
		better: "A file that the platform mounts, such as /run/secrets/jwt_secret, or a secret manager. If it stays: never log the environment.",
	},
	{
		name: "Docker image (ENV, ARG)", state: "bad", verdict: "Not a place for a secret: it is part of what you publish.",
		readers: [...][2]string{
			{"yes", "What ENV sets is in every container's environment."},
			{"yes", "With the image, and in every container."},
			{"if", "The value stands in the Dockerfile."},
			{"yes", "docker history prints both, and docker inspect what ENV sets. A later layer cannot take it back."},
			{"yes", "The registry, every host, and the cache of the build have it."},
			{"if", "The image is public."},
		},
		leaks:  "docker push, the build's cache and log, every tool that lists what is in an image.",
		better: "For the build: RUN --mount=type=secret. To run: a file or a variable that is set when the container starts.",
	},
	{
		name: "Kubernetes Secret", state: "open", verdict: "A good place, once encryption at rest is on and few may read Secrets.",
		readers: [...][2]string{
			{"yes", "In the pods that get it, as a file or as a variable."},
			{"yes", "On the node. In etcd it is not encrypted, unless the cluster is told to."},
			{"if", "The manifest is committed. Base64 is a spelling, no encryption."},
			{"no", "It is handed over when the pod starts."},
			{"yes", "Whoever may get Secrets, or may create a pod in the namespace."},
			{"no", "Unless the cluster's API is open to them."},
		},
		leaks:  "Manifests in Git, backups of etcd, Helm's records, kubectl get secret -o yaml on a shared screen.",
		better: "Encryption at rest, few roles that may read Secrets, a mounted file rather than a variable, an external store for what is in Git.",
	},
	{
		name: "CI variable", state: "open", verdict: "Good for what a build or a deployment needs. The key that signs in production rarely is that.",
		readers: [...][2]string{
			{"yes", "Every step of the job, with each action and package that it runs."},
			{"yes", "On the runner."},
			{"if", "They may push a workflow: it can send the value anywhere."},
			{"if", "The job builds it in, with ARG or ENV."},
			{"if", "They may change a job. Most do not show the value again."},
			{"if", "A public log prints it in another form: masks look for the exact text."},
		},
		leaks:  "set -x, printenv, base64 of the value in a log, artefacts, a dependency of the build.",
		better: "Let the service read its secret itself when it starts, and let CI know only where it is.",
	},
	{
		name: "Serverless setting", state: "open", verdict: "An environment variable with a web page around it.",
		readers: [...][2]string{
			{"yes", "The function's own code, with all its packages."},
			{"if", "They belong to the provider. You are not root there."},
			{"if", "The template that deploys it holds the value."},
			{"no", "It is set when the function starts."},
			{"yes", "Whoever may read the function's settings, in the console or by its API."},
			{"if", "An error message or a log prints the environment."},
		},
		leaks:  "Templates in Git, the state of Terraform, screenshots of the console, logs.",
		better: "The provider's secret manager, read when the function starts.",
	},
	{
		name: "Front-end bundle", state: "bad", verdict: "Published. A secret here is none.",
		readers: [...][2]string{
			{"yes", "It is a file of the site."},
			{"yes", "It is a file of the site."},
			{"if", "The value is in a .env that was committed."},
			{"yes", "The built files are in it."},
			{"yes", "So can every cache on the way."},
			{"yes", "It is in the JavaScript that each visitor downloads. Minifying hides nothing."},
		},
		leaks:  "Nothing has to leak. Whatever begins with VITE_, NEXT_PUBLIC_ or REACT_APP_ is meant to be there.",
		better: "The server signs, and the browser only carries tokens. If it must verify one, a public key is no secret.",
	},
	{
		name: "Secret manager", state: "good", verdict: "The best of these: few can read it, and it is written down who did.",
		readers: [...][2]string{
			{"if", "They can use the service's identity, or read its memory."},
			{"if", "They act as the service, or read its memory."},
			{"no", "Only the name is there."},
			{"no", "It is read at the start."},
			{"if", "They have the permission. Each reading can be logged."},
			{"no", "Not without an identity that may."},
		},
		leaks:  "What your program does with it afterwards: logs, crash dumps, error reports.",
		better: "Give each service its own secret and no other, and look at who reads it.",
	},
}
