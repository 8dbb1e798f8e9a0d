// Package frontend holds the built page app inside the binary.
//
// It owns dist, the folder that `npm run build` fills; a program that is built
// before the pages are has only the folder's placeholder and serves a plain
// page. It does not know how the files are served: web does.
package frontend

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var built embed.FS

// Files returns the built page app: index.html and what it loads.
func Files() fs.FS {
	files, err := fs.Sub(built, "dist")
	if err != nil { // the path is a constant and valid
		return built
	}
	return files
}
