package schematest

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema"
)

// updateVariable is the environment variable that lets golden files be rewritten where it is 1.
const updateVariable = "GOLDEN_UPDATE"

// Golden compares a drawing, or any other text, with the file name in the folder testdata, and fails
// with the lines that differ. A file that is not there fails too: nothing becomes right by being
// seen first. To accept what is new, run the test with the environment variable GOLDEN_UPDATE=1,
// and look at the files before you commit them.
func Golden(t testing.TB, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", filepath.FromSlash(name))
	if os.Getenv(updateVariable) == "1" {
		if err := rewrite(file, got); err != nil {
			t.Fatalf("golden file: %v", err)
		}
		t.Logf("golden file %s was rewritten: look at it before you commit it", file)
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("golden file: %v\nrun with %s=1 to write it, and look at it", err, updateVariable)
	}
	if !bytes.Equal(want, got) {
		t.Errorf("not as in %s (wanted -, got +):\n%s", file, diff(string(want), string(got)))
	}
}

// GoldenMap is [Golden] for a map, in the format that the ending of the name tells.
func GoldenMap(t testing.TB, name string, got *outcome.Map) {
	t.Helper()
	format, err := schema.FormatOf(name)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := schema.Write(&out, got, format); err != nil {
		t.Fatal(err)
	}
	Golden(t, name, out.Bytes())
}

// rewrite writes a file that differs, and leaves one that does not alone.
func rewrite(file string, got []byte) error {
	if old, err := os.ReadFile(file); err == nil && bytes.Equal(old, got) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, got, 0o644)
}
