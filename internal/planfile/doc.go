// Package planfile lets a contract's plan leave as a file and come back: every step
// with where it stands, as a workbook or a text file, and what was changed in it as
// reports to be recorded.
//
// It owns the file's columns and what a changed cell means. How files are read is
// sheet's business, whether a report may be recorded milestone's: the same rule
// judges it in the preview, and again when it is written. It writes nothing itself.
package planfile
