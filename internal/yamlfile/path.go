package yamlfile

import "strconv"

// File stands for the path of the file as a whole.
const File = "file"

// Join returns the path of a key within a value: "goal.weight".
func Join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// Index returns the path of a list's item: "goals[2]".
func Index(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

// OrFile returns the path, File for the outermost value.
func OrFile(path string) string {
	if path == "" {
		return File
	}
	return path
}
