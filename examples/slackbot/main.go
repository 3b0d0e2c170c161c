// Command slackbot is the core of a bot that posts where a pathway stands: it prints the message as
// the JSON that Slack's chat.postMessage takes, and sends nothing.
//
//	go run ./examples/slackbot [-pathway ID] FILE
//
// A contribution is never one number: the message says how far, how sure, how much of it is rated,
// where the story breaks, which rivals are open, and what there is to learn.
//
// It exits with 1 where the map has errors, and with 2 where it could not run.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/schema"
)

func main() {
	err := run(os.Args[1:], os.Stdout)
	if err == nil {
		return
	}
	fmt.Fprintln(os.Stderr, err)
	if errors.As(err, new(*schema.Error)) {
		os.Exit(1)
	}
	os.Exit(2)
}

func run(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("slackbot [flags] FILE", flag.ExitOnError)
	only := flags.String("pathway", "", "`id` of the pathway; the first if left out")
	_ = flags.Parse(args) // which ends the program itself
	if flags.NArg() != 1 {
		return errors.New("slackbot: want one map file, after the flags")
	}
	m, err := schema.ReadFile(flags.Arg(0))
	if err != nil {
		return err
	}
	if len(m.Pathways) == 0 {
		return fmt.Errorf("slackbot: %s has no pathway to tell of", flags.Arg(0))
	}
	for _, card := range evidence.Score(m.Pathways, &m.Evidence) {
		if *only == "" || *only == card.Pathway {
			return write(stdout, message(m, card))
		}
	}
	return fmt.Errorf("slackbot: no pathway %q in %s", *only, flags.Arg(0))
}

// message words a scorecard in Slack's mrkdwn.
func message(m *outcome.Map, card evidence.Scorecard) string {
	x := outcome.NewIndex(m)
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }

	line("*%s*", words(x, pathway.Target{Pathway: card.Pathway}))
	if r := card.Ratings; r.Rated == 0 {
		line("None of its %d stones is rated yet", r.Stones)
	} else {
		line("Weakest progress: %s · weakest confidence: %s · %d of %d stones rated", r.Progress.Level, r.Confidence.Level, r.Rated, r.Stones)
	}
	if p := card.Probative; p.IfIndependent != nil {
		line("Chance that all its claims hold: %.0f to %.0f in 100; %.0f if they are independent", 100*p.Lowest.Low, 100*p.WeakestLink.High, 100*p.IfIndependent.Mid)
	}
	switch card.Breaks.Why {
	case "": // nothing is known of it
	case evidence.NothingWeak:
		line("The story breaks nowhere that is known: %s", card.Breaks.Why)
	default:
		line("The story breaks at _%s_: %s", words(x, card.Breaks.At), card.Breaks.Why)
	}
	for _, c := range outcome.Conditions(m, []evidence.Scorecard{card})[0] {
		if c.Kind == outcome.Accounted && !c.Met() {
			line("Other explanations: _%s_: %s%s", words(x, c.Open[0].About), escape(c.Open[0].Why), more(len(c.Open)-1))
		}
	}
	if at := slices.IndexFunc(card.Next, func(p evidence.Proposal) bool { return p.Worth != nil }); at >= 0 {
		p := card.Next[at]
		line("Most to learn: %s on _%s_ (%.0f %% of the doubt)", strings.Join(p.Items, ", "), words(x, p.About), 100*p.Worth.Learning)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// words names a target on one short line.
func words(x *outcome.Index, about pathway.Target) string {
	const most = 120
	name := []rune(strings.Join(strings.Fields(x.Name(about)), " "))
	if len(name) > most {
		name = append(name[:most-1], '…')
	}
	return escape(string(name))
}

// escape keeps a text from being read as a link or as a call to <!channel>.
func escape(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(text)
}

func more(n int) string {
	if n <= 0 {
		return ""
	}
	return fmt.Sprintf(" (and %d more)", n)
}

// write prints the payload; text is what a notification shows.
func write(w io.Writer, text string) error {
	type mrkdwn struct {
		Type string `json:"type"`
		Text string `json:"text"`
	}
	type block struct {
		Type string `json:"type"`
		Text mrkdwn `json:"text"`
	}
	title, _, _ := strings.Cut(text, "\n")
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(struct {
		Text   string  `json:"text"`
		Blocks []block `json:"blocks"`
	}{title, []block{{"section", mrkdwn{"mrkdwn", text}}}})
}
