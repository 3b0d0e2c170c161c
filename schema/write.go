package schema

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"reflect"
	"strings"
	"unicode/utf8"

	"github.com/outcomemap/outcomemap/internal/output"
	"github.com/outcomemap/outcomemap/outcome"
)

// Write writes m as a map file. The same map gives the same bytes: fields in the order of the
// format, lists as they are, extra as its author wrote it. What [Read] makes of these bytes equals
// m, but that empty lists come back as nil. Nothing is checked but what could not be read again:
// a text that is not UTF-8, a number that is not finite, an extra that is no JSON object, or a rule
// setting without a severity is an error, and then nothing is written.
func Write(w io.Writer, m *outcome.Map, format Format) error {
	compact, err := marshal(m)
	if err != nil {
		return err
	}
	var out []byte
	switch format {
	case JSON:
		out = indentJSON(compact)
	case YAML:
		out, err = yamlFromJSON(compact)
	default:
		err = fmt.Errorf("schema: no format %q: want %q or %q", format, JSON, YAML)
	}
	if err != nil {
		return err
	}
	return output.Write(w, out)
}

// marshal returns m as compact JSON.
func marshal(m *outcome.Map) ([]byte, error) {
	if m == nil {
		return nil, errors.New("schema: no map to write")
	}
	whole := *m
	if whole.Version == "" {
		whole.Version = outcome.FormatVersion
	}
	if whole.Columns == nil {
		whole.Columns = []outcome.Column{}
	}
	if err := writable(reflect.ValueOf(whole), ""); err != nil {
		return nil, err
	}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(whole); err != nil {
		return nil, fmt.Errorf("schema: %w", err)
	}
	return bytes.TrimSuffix(buf.Bytes(), []byte("\n")), nil
}

var rawJSON = reflect.TypeFor[json.RawMessage]()

// writable finds what encoding/json would change without a word, text that is not UTF-8 and extra that is
// no object, and numbers that it refuses without saying where. The model's types are not recursive, so neither is the depth.
func writable(v reflect.Value, pointer string) error {
	switch v.Kind() {
	case reflect.String:
		if !utf8.ValidString(v.String()) {
			return fmt.Errorf("schema: the text at %q is not UTF-8", pointer)
		}
	case reflect.Float64:
		if x := v.Float(); math.IsNaN(x) || math.IsInf(x, 0) {
			return fmt.Errorf("schema: the number at %q is not finite", pointer)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			return writable(v.Elem(), pointer)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if err := writable(v.Field(i), pointer+fieldIn(v.Type().Field(i))); err != nil {
				return err
			}
		}
	case reflect.Slice:
		if v.Type() == rawJSON {
			return writableExtra(v.Bytes(), pointer)
		}
		for i := range v.Len() {
			if err := writable(v.Index(i), fmt.Sprintf("%s/%d", pointer, i)); err != nil {
				return err
			}
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			if err := errors.Join(writable(key, pointer), writable(v.MapIndex(key), pointer)); err != nil {
				return err
			}
		}
	}
	return nil
}

func writableExtra(raw []byte, pointer string) error {
	if len(raw) == 0 {
		return nil
	}
	if !utf8.Valid(raw) || !json.Valid(raw) || bytes.TrimLeft(raw, " \t\r\n")[0] != '{' {
		return fmt.Errorf("schema: the extra at %q is no JSON object", pointer)
	}
	return nil
}

// fieldIn returns what a field adds to a pointer: nothing where its struct is written as one value.
func fieldIn(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	if name == "" {
		return ""
	}
	return "/" + name
}
