package yamltext

import (
	"math/big"
	"strings"

	"github.com/outcomemap/outcomemap/schema/internal/scan"
)

// number returns the JSON text of what YAML 1.2 takes for a number, and false for anything else.
// Without a JSON equal are infinities and what is not a number; they stay text.
func number(plain string) (text string, ok bool) {
	if isJSONNumber(plain) {
		return plain, true
	}
	if whole, ok := based(plain); ok {
		return whole, true
	}
	if strings.HasPrefix(plain, "+") && !strings.HasPrefix(plain, "+-") {
		plain = plain[1:]
	}
	sign, rest := "", plain
	if strings.HasPrefix(rest, "-") {
		sign, rest = "-", rest[1:]
	}
	if strings.HasPrefix(rest, ".") { // .5
		if len(rest) < 2 || rest[1] < '0' || rest[1] > '9' {
			return "", false
		}
		rest = "0" + rest
	}
	if head, tail, found := strings.Cut(rest, "."); found && (tail == "" || tail[0] == 'e' || tail[0] == 'E') {
		rest = head + tail // 1. and 1.e3
	}
	return sign + rest, isJSONNumber(sign + rest)
}

// based reads 0x1F and 0o17.
func based(plain string) (string, bool) {
	var digits string
	var base int
	switch {
	case strings.HasPrefix(plain, "0x"):
		digits, base = plain[2:], 16
	case strings.HasPrefix(plain, "0o"):
		digits, base = plain[2:], 8
	default:
		return "", false
	}
	if len(digits) > scan.MaxNumber || strings.ContainsAny(digits, "+-_") {
		return "", false
	}
	whole, ok := new(big.Int).SetString(digits, base)
	if !ok {
		return "", false
	}
	return whole.String(), true
}

func isJSONNumber(text string) bool {
	s := scan.Scanner{Src: text}
	_, ok := s.Number()
	return ok && s.Pos == len(text)
}
