package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// tooWide is the width of what fits on no line.
const tooWide = lineWidth + 1

// yamlFromJSON writes compact JSON as YAML: small objects and lists in braces on one line, texts
// of several lines as blocks, and in quotes whatever another reader could take for something else.
func yamlFromJSON(compact []byte) ([]byte, error) {
	dec := json.NewDecoder(bytes.NewReader(compact))
	dec.UseNumber()
	root, _, err := yamlNode(dec)
	if err != nil {
		return nil, fmt.Errorf("schema: %w", err)
	}
	root.Style = 0
	out, err := yaml.Dump(root, yaml.WithIndent(2), yaml.WithLineWidth(-1), yaml.WithCompactSeqIndent(false))
	if err != nil {
		return nil, fmt.Errorf("schema: %w", err)
	}
	return out, nil
}

// yamlNode reads the next JSON value and returns it with the width it would have on one line without
// quotes, or with a width beyond any line where it cannot stand on one.
func yamlNode(dec *json.Decoder) (*yaml.Node, int, error) {
	tok, err := dec.Token()
	if err != nil {
		return nil, 0, err
	}
	switch tok := tok.(type) {
	case json.Delim:
		return yamlCollection(dec, tok)
	case string:
		return yamlText(tok), textWidth(tok), nil
	case json.Number:
		return yamlScalar("", tok.String()), len(tok), nil
	case bool:
		word := strconv.FormatBool(tok)
		return yamlScalar("!!bool", word), len(word), nil
	default:
		return yamlScalar("!!null", "null"), len("null"), nil
	}
}

func yamlCollection(dec *json.Decoder, open json.Delim) (*yaml.Node, int, error) {
	node := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	if open == '[' {
		node.Kind, node.Tag = yaml.SequenceNode, "!!seq"
	}
	width, objects := 0, false
	for dec.More() {
		child, w, err := yamlNode(dec)
		if err != nil {
			return nil, 0, err
		}
		objects = objects || child.Kind == yaml.MappingNode
		node.Content = append(node.Content, child)
		width += w + 2 // a comma or a colon and a space; behind the last, the brackets
	}
	if _, err := dec.Token(); err != nil {
		return nil, 0, err
	}
	if open == '[' && objects {
		return node, tooWide, nil
	}
	if width <= lineWidth {
		node.Style = yaml.FlowStyle
	}
	return node, max(width, len("{}")), nil
}

func yamlScalar(tag, value string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: tag, Value: value}
}

// yamlText makes a text node. Lines become a block, except where a block cannot hold them exactly. The
// library puts control characters in quotes; it lets pass tabs, which editors change, and two line
// ends that YAML 1.2 no longer knows.
func yamlText(s string) *yaml.Node {
	node := yamlScalar("!!str", s)
	switch {
	case strings.ContainsAny(s, "\t\u2028\u2029"), looksTyped().MatchString(s):
		node.Style = yaml.DoubleQuotedStyle
	case !strings.Contains(s, "\n"):
	case strings.HasPrefix(s, " ") || strings.HasPrefix(s, "\n") || strings.HasSuffix(s, " ") ||
		strings.Contains(s, " \n") || strings.HasSuffix(s, "\n\n"):
		node.Style = yaml.DoubleQuotedStyle
	}
	return node
}

// looksTyped matches text that some reader of YAML takes for a number, a date, a time, a truth value
// or nothing, if it stands without quotes.
var looksTyped = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?i:` +
		`[-+.]?[0-9][-+0-9_.,:a-f]*|0[xo][0-9a-f_]+|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[t ].*|` +
		`[-+]?\.(inf|nan)|y|n|yes|no|on|off|true|false|null|~|=|<<)$`)
})

// textWidth is the width of a text on one line, or more than that where it has several.
func textWidth(s string) int {
	if strings.Contains(s, "\n") {
		return tooWide
	}
	return utf8.RuneCountInString(s)
}
