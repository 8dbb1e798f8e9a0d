// Package admin is what an administrator looks at: the contracts and how far
// their logs have come, the jobs, the settings, and whether everything that the
// service rests on answers.
//
// It owns these pages and asks for what they show through small interfaces. It
// changes nothing: contracts and access are changed where they live.
package admin
