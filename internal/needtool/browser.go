package needtool

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Printed returns the PDF that a browser prints of a file with a name and content.
func Printed(t testing.TB, name, content string) []byte {
	t.Helper()
	_, pdf := browse(t, name, content, "out.pdf", "--no-pdf-header-footer", "--print-to-pdf=")
	return pdf
}

// Shown returns the PNG of what a browser shows of a page in a window of so many pixels, with more of its flags.
func Shown(t testing.TB, page string, size string, flags ...string) []byte {
	t.Helper()
	flags = append(flags, "--hide-scrollbars", "--force-device-scale-factor=1", "--window-size="+size, "--screenshot=")
	_, png := browse(t, "page.html", page, "out.png", flags...)
	return png
}

// Told returns the lines that the scripts of a page write, once a browser has loaded it, to the text of its first element pre.
func Told(t testing.TB, page string) []string {
	t.Helper()
	document, _ := browse(t, "page.html", page, "", "--dump-dom")
	_, told, found := bytes.Cut(document, []byte("<pre>"))
	if !found {
		t.Fatalf("the page has no pre: %s", document)
	}
	told, _, _ = bytes.Cut(told, []byte("</pre>"))
	return strings.Split(string(told), "\n")
}

// browse opens a file in a browser and returns what that says, and what it writes to the file that the last flag names.
func browse(t testing.TB, name, content, result string, flags ...string) (said, written []byte) {
	t.Helper()
	chromium := Path(t, "chromium", "chromium-browser", "google-chrome")
	dir := t.TempDir()
	file, out := filepath.Join(dir, name), filepath.Join(dir, result)
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	if result != "" {
		flags[len(flags)-1] += out
	}
	flags = append([]string{"--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + filepath.Join(dir, "profile")}, flags...)
	cmd := exec.Command(chromium, append(flags, "file://"+file)...)
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	said, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, complaints.String())
	}
	if result == "" {
		return said, nil
	}
	if written, err = os.ReadFile(out); err != nil {
		t.Fatalf("%v: %s", err, complaints.String())
	}
	return said, written
}
