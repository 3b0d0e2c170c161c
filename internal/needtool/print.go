package needtool

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Printed returns the PDF that a browser prints of a file with a name and content.
func Printed(t testing.TB, name, content string) []byte {
	t.Helper()
	chromium := Path(t, "chromium", "chromium-browser", "google-chrome")
	dir := t.TempDir()
	file, pdf := filepath.Join(dir, name), filepath.Join(dir, "out.pdf")
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
		"--user-data-dir="+filepath.Join(dir, "profile"), "--print-to-pdf="+pdf, "file://"+file).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	printed, err := os.ReadFile(pdf)
	if err != nil {
		t.Fatal(err)
	}
	return printed
}
