package ui

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"jwtsecret/app/export"
	"jwtsecret/app/job"
)

// The fields of the page that the generator does not have.
const (
	fieldServices     field = "services"
	fieldEnvironments field = "environments"
	fieldTarget       field = "target"
)

// servicesFields are the fields in the order in which they are read.
var servicesFields = []field{
	fieldServices, fieldEnvironments, fieldName, fieldAlgorithm, fieldSize, fieldFormat, fieldTarget,
}

// check turns the form into an order, or says what is wrong with it, except for
// what the worker alone can tell: what a place does not take. It never repeats
// what was typed.
func (s *services) check() (job.Services, problems) {
	request, wrong := s.settings.check()
	if s.settings.tooSmall() {
		wrong[fieldSize] = request.Algorithm.String() + " needs at least " + strconv.Itoa(request.Algorithm.MinSize()) +
			" bytes (RFC 7518, section 3.2). Enter more."
	}
	order := job.Services{Name: s.settings.name, Target: s.target}
	order.Services, wrong[fieldServices] = labels(s.names, "service")
	order.Environments, wrong[fieldEnvironments] = labels(s.environments, "environment")
	if order.Count() > job.MaxPairs {
		wrong[fieldServices] = "These would be " + pairs(len(order.Services), len(order.Environments)) + ". Make at most " + thousands(job.MaxPairs) + " at a time."
	}
	request.Count = order.Count()
	order.Secret = request
	return order, wrong
}

// firstOf returns the first of these fields that is wrong, or nothing.
func (p problems) firstOf(fields []field) (field, bool) {
	i := slices.IndexFunc(fields, func(f field) bool { return p[f] != "" })
	if i < 0 {
		return "", false
	}
	return fields[i], true
}

// pairs says how many secrets so many services and environments come to.
func pairs(services, environments int) string {
	return counted(services*environments, "secret", "secrets") + ": " + counted(services, "service", "services") + " in " +
		counted(environments, "environment", "environments")
}

// filled counts the lines that are not empty.
func filled(text string) int {
	count := 0
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) != "" {
			count++
		}
	}
	return count
}

// labels reads one name a line, or says what is wrong with the first bad line.
// Empty lines count, so that the number is that of the line as it is seen.
func labels(text, kind string) (names []string, problem string) {
	lines := map[string]int{} // of each name, as a file system would see it
	for i, line := range strings.Split(text, "\n") {
		name := strings.TrimSpace(line)
		if name == "" {
			continue
		}
		if err := export.CheckLabel(name); err != nil {
			return nil, "Line " + strconv.Itoa(i+1) + labelSentence(err)
		}
		slug := job.Slug(name)
		if same := lines[slug]; same > 0 {
			return nil, "Line " + strconv.Itoa(i+1) + " is the same name as line " + strconv.Itoa(same) +
				": capitals and punctuation do not tell files apart. Change one of them."
		}
		lines[slug] = i + 1
		names = append(names, name)
	}
	if len(names) == 0 {
		return nil, "Enter at least one " + kind + ", one name on each line."
	}
	return names, ""
}

// labelSentence says, after the number of the line, what is wrong with it.
func labelSentence(err error) string {
	switch {
	case errors.Is(err, export.ErrNameSecret):
		return " looks like a secret, not like a name. Clear it from here and enter a name."
	case errors.Is(err, export.ErrNameLong):
		return " is too long. A name has at most " + strconv.Itoa(export.MaxName) + " characters."
	default:
		return " has a character that a name cannot have. Use letters A to Z, digits, - _ . and spaces, one name on each line."
	}
}
