package render

import "strings"

// rightToLeft reports whether a language, given as a BCP 47 tag, is written from right to left: by its
// script where the tag names one, else by the language's usual script.
func rightToLeft(tag string) bool {
	parts := strings.Split(strings.ToLower(strings.ReplaceAll(tag, "_", "-")), "-")
	for _, part := range parts[1:] {
		if len(part) != 4 || part[0] < 'a' {
			continue
		}
		switch part {
		case "arab", "aran", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg", "mand", "samr":
			return true
		}
		return false
	}
	switch parts[0] {
	case "ar", "he", "iw", "fa", "ur", "ps", "sd", "ug", "yi", "ji", "dv", "ckb", "syr", "nqo", "arc", "azb", "bal",
		"glk", "ks", "lrc", "mzn", "pnb", "prs", "rhg", "skr", "aeb", "arz", "ary", "apc", "ajp", "acm":
		return true
	}
	return false
}

// languageTag returns a tag that is safe to write, or "" where it is none.
func languageTag(tag string) string {
	for i := range len(tag) {
		c := tag[i] | 0x20
		if (c < 'a' || c > 'z') && (tag[i] < '0' || tag[i] > '9') && tag[i] != '-' {
			return ""
		}
	}
	if len(tag) > 35 {
		return ""
	}
	return tag
}
