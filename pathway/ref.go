package pathway

import "encoding/json"

// A Ref is the name that something bears elsewhere: an SDG target, an IATI reference, a number in a
// logframe, its id in another tool.
type Ref struct {
	Scheme string `json:"scheme"`         // such as "sdg" or "iati"
	Code   string `json:"code,omitempty"` // such as "10.2"
	URL    string `json:"url,omitempty"`  // http, https, mailto or relative
	Extra  Extra  `json:"extra,omitempty"`
}

// Extra is a JSON object that the library carries from reading to writing and never interprets:
// compact JSON text, keys in the author's order, numbers as they were written. Nil where there is
// none.
type Extra = json.RawMessage
