// Command docgen writes the pages that are made from the code: of the documentation, and of what each
// package exports. Run it from
// the top of the repository, as go generate does.
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
)

// pages are made anew at each run; a test holds what is committed against them.
func pages() map[string]func() []byte {
	all := map[string]func() []byte{
		"docs/cookbook.md": cookbookPage,
		"docs/format.md":   formatPage,
		"docs/rules.md":    rulesPage,
	}
	for _, dir := range kitchens {
		all["api/"+dir+".txt"] = apiPage(dir)
	}
	return all
}

func main() {
	for name, page := range pages() {
		if err := os.MkdirAll(filepath.Dir(filepath.FromSlash(name)), 0o755); err != nil {
			log.Fatal(err)
		}
		if err := os.WriteFile(filepath.FromSlash(name), page(), 0o644); err != nil {
			log.Fatal(err)
		}
		fmt.Println("wrote", name)
	}
}
