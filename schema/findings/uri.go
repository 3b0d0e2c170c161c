package findings

import (
	"path"
	"path/filepath"
	"strings"
)

// fromRoot names a file from the root of the project, with slashes.
func (c *config) fromRoot(file string) string {
	file = path.Clean(filepath.ToSlash(file))
	if c.root == "" {
		return file
	}
	root := path.Clean(filepath.ToSlash(c.root))
	if rest, ok := strings.CutPrefix(file, strings.TrimSuffix(root, "/")+"/"); ok && rest != "" {
		return rest
	}
	return file
}

// uri returns the URI of a file, and whether it is relative (RFC 3986). All but unreserved
// characters and slashes are percent-encoded: a colon would make the first part a scheme.
func (c *config) uri(file string) (uri string, relative bool) {
	file = c.fromRoot(file)
	var b strings.Builder
	if relative = !isAbsolute(file); !relative {
		b.WriteString("file://")
		if file[0] != '/' {
			b.WriteByte('/') // file:///C:/maps
		}
	}
	for i := range len(file) {
		if ch := file[i]; isUnreserved(ch) || ch == '/' {
			b.WriteByte(ch)
		} else {
			const hex = "0123456789ABCDEF"
			b.WriteString("%" + hex[ch>>4:ch>>4+1] + hex[ch&15:ch&15+1])
		}
	}
	return b.String(), relative
}

// isAbsolute knows the paths of Unix, and with slashes those of Windows.
func isAbsolute(file string) bool {
	drive := len(file) > 2 && file[1] == ':' && file[2] == '/' && isUnreserved(file[0])
	return strings.HasPrefix(file, "/") || drive
}

func isUnreserved(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._~", c) >= 0
}
