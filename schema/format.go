package schema

import (
	"fmt"
	"path"
	"strings"
)

// Format is a way to write a map file down. Both carry the same data under the same names.
type Format string

// The formats of a map file.
const (
	JSON Format = "json"
	YAML Format = "yaml"
)

// FormatOf tells the format from the ending of a file's name: .json, .yaml or .yml.
func FormatOf(name string) (Format, error) {
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".json":
		return JSON, nil
	case ".yaml", ".yml":
		return YAML, nil
	default:
		return "", fmt.Errorf("schema: %q ends in %q: want .json, .yaml or .yml", name, ext)
	}
}
