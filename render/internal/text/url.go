package text

import (
	"net/url"
	"strings"
	"unicode/utf8"
)

// SafeURL returns an address that may stand in a link, or "": http or https with a host, mailto, or a
// relative one. What is not UTF-8, white space, backslashes and controls are refused, because browsers
// drop or mend some of them and then read another address.
func SafeURL(s string) string {
	if !utf8.ValidString(s) || strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r == '\\' || !Legal(r) || Turns(r) }) {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil {
		return ""
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		if u.Host == "" {
			return ""
		}
		return s
	case "mailto", "":
		return s
	}
	return ""
}
