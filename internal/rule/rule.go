// Package rule names the rules of the catalogue in package outcome, so that the code that finds a
// fault and the page that explains it use one word. An id never changes meaning.
package rule

// Structure: what a file has to be before anything can be said about the map in it.
const (
	Syntax       = "OM101"
	Encoding     = "OM102"
	Limit        = "OM103"
	YAML         = "OM104"
	Version      = "OM105"
	DuplicateKey = "OM106"
	Type         = "OM111"
	Missing      = "OM112"
	Unknown      = "OM113"
	BadID        = "OM114"
	BadDate      = "OM115"
	BadURL       = "OM116"
	BadValue     = "OM117"
	OutOfRange   = "OM118"
	Length       = "OM119"
	Target       = "OM120"
	ByteMark     = "OM121"
)

// References: what one part of a map says of another.
const (
	DuplicateID   = "OM201"
	Dangling      = "OM202"
	WrongColumn   = "OM203"
	StepOrder     = "OM204"
	StoneTwice    = "OM205"
	LinkOutside   = "OM206"
	UnknownLevel  = "OM207"
	SelfLink      = "OM208"
	UnknownRating = "OM209"
	Group         = "OM210"
	Span          = "OM211"
	WrongRating   = "OM212"
	RuleSetting   = "OM213"
)

// Method: what is weak about a map that is sound.
const (
	LooseStone     = "OM301"
	EmptyColumn    = "OM302"
	SkippedColumn  = "OM303"
	ShortPathway   = "OM304"
	Loop           = "OM305"
	LongText       = "OM306"
	TwoIdeas       = "OM307"
	DuplicateText  = "OM308"
	Unassessed     = "OM309"
	RatersDiffer   = "OM310"
	NoEvidence     = "OM311"
	BearsOnNothing = "OM312"
	OneSource      = "OM313"
	NoRival        = "OM314"
	Direction      = "OM315"
	InfiniteWeight = "OM316"
	NoReason       = "OM317"
	NotIndependent = "OM318"
	EmptySource    = "OM319"
	HTML           = "OM320"
	Gap            = "OM321"
	OneLikelihood  = "OM322"
	CertainPrior   = "OM323"
	NoValue        = "OM324"
	NoLink         = "OM325"
	SecondClaim    = "OM326"
)

// Tables: what a reader of published tables could not carry over as it stood.
const (
	NoTable      = "OM401"
	OddCell      = "OM402"
	NotMatched   = "OM403"
	NearMatch    = "OM404"
	Untitled     = "OM405"
	TableSkipped = "OM406"
	Lossy        = "OM407"
)
