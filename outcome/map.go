package outcome

import (
	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
)

// FormatVersion is the version of the map file that this library reads and writes.
const FormatVersion = "1"

// A Map is a whole outcome map. Texts named CommonMark below hold no HTML; all others are plain.
type Map struct {
	Version     string            `json:"outcomeMap"` // [FormatVersion]; "" is taken for it when a map is written
	ID          string            `json:"id,omitempty"`
	Title       string            `json:"title"`
	Language    string            `json:"language,omitempty"`    // a BCP 47 tag such as "en-GB"
	Description string            `json:"description,omitempty"` // CommonMark
	Summary     string            `json:"summary,omitempty"`     // the headline: one or two sentences (CommonMark)
	Background  Background        `json:"background,omitzero"`
	Conclusions string            `json:"conclusions,omitempty"` // what was learned (CommonMark)
	Provenance  Provenance        `json:"provenance,omitzero"`
	Parent      Parent            `json:"parent,omitzero"`
	Columns     []Column          `json:"columns"` // from left to right
	Factors     []Factor          `json:"factors,omitempty"`
	Pathways    []pathway.Pathway `json:"pathways,omitempty"`
	Evidence    evidence.Body     `json:"evidence,omitzero"`
	Rules       []RuleSetting     `json:"rules,omitempty"` // what this map asks of the method rules
	Refs        []pathway.Ref     `json:"refs,omitempty"`
	Extra       pathway.Extra     `json:"extra,omitempty"`
}

// Background says why and how a map was made.
type Background struct {
	About   string        `json:"about,omitempty"`   // why the map was made (CommonMark)
	Aims    string        `json:"aims,omitempty"`    // what it is for (CommonMark)
	Context string        `json:"context,omitempty"` // what helps and what hinders (CommonMark)
	Method  string        `json:"method,omitempty"`  // how it was made, and with whom (CommonMark)
	Extra   pathway.Extra `json:"extra,omitempty"`
}

// Provenance says where a map comes from.
type Provenance struct {
	Publisher string        `json:"publisher,omitempty"` // plain text
	Date      evidence.Date `json:"date,omitempty"`      // of publication
	URL       string        `json:"url,omitempty"`
	People    []string      `json:"people,omitempty"`  // who made it (plain text)
	Licence   string        `json:"licence,omitempty"` // an SPDX identifier or a sentence
	Extra     pathway.Extra `json:"extra,omitempty"`
}

// Parent names the map that this one was made from. The same id means the same thing in both.
type Parent struct {
	ID     string        `json:"id,omitempty"`
	URL    string        `json:"url,omitempty"`
	Digest string        `json:"digest,omitempty"` // of the parent's bytes, such as "sha256:…"
	Extra  pathway.Extra `json:"extra,omitempty"`
}

// A Column is one stage of the map, with its stepping stones from top to bottom.
type Column struct {
	ID      string        `json:"id"`                // in a file left out where the level is unique
	Heading string        `json:"heading,omitempty"` // plain text
	Level   Level         `json:"level,omitempty"`
	Meaning string        `json:"meaning,omitempty"` // what the heading stands for (CommonMark)
	Stones  []Stone       `json:"stones,omitempty"`
	Refs    []pathway.Ref `json:"refs,omitempty"`
	Extra   pathway.Extra `json:"extra,omitempty"`
}

// Level is the kind of thing that a column holds. It may repeat, and it may be left out.
type Level string

// The levels of a map in their usual order, then those of a results chain.
const (
	Activities   Level = "activities"   // what is delivered
	Participants Level = "participants" // who is engaged
	Reactions    Level = "reactions"    // how they respond
	Learning     Level = "learning"     // knowledge, skills, attitudes, capacity
	Behaviour    Level = "behaviour"    // practice, policy, behaviour
	Impact       Level = "impact"       // what is better for people
	Inputs       Level = "inputs"       // what goes in: money, people, time
	Outputs      Level = "outputs"      // what comes out of the work itself
	Outcomes     Level = "outcomes"     // what changes because of it
)

// A Stone is a stepping stone: one short statement, 150 characters at most by custom.
type Stone struct {
	ID    string        `json:"id"`
	Text  string        `json:"text"`            // plain text
	Notes string        `json:"notes,omitempty"` // CommonMark
	Tags  []string      `json:"tags,omitempty"`
	Refs  []pathway.Ref `json:"refs,omitempty"`
	Extra pathway.Extra `json:"extra,omitempty"`
}

// A Factor is something in the context that helps or hinders, after the Individual, Social and
// Material model (Darnton and Horne 2013).
type Factor struct {
	Kind   FactorKind    `json:"kind"`
	Sphere Sphere        `json:"sphere,omitempty"`
	Text   string        `json:"text"` // CommonMark
	Refs   []pathway.Ref `json:"refs,omitempty"`
	Extra  pathway.Extra `json:"extra,omitempty"`
}

// FactorKind tells what helps from what hinders.
type FactorKind string

// The kinds of [Factor].
const (
	Enabler FactorKind = "enabler" // helps
	Barrier FactorKind = "barrier" // hinders
)

// Sphere is where a [Factor] lies.
type Sphere string

// The spheres of a [Factor].
const (
	Individual Sphere = "individual" // what one person knows, feels and can do
	Social     Sphere = "social"     // norms, relations, roles
	Material   Sphere = "material"   // money, rules, things, places
)
