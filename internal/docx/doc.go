// Package docx writes letters as DOCX, which people go on writing in: a title,
// headings, paragraphs and lists, with styles of their names and a language.
//
// It is pure. The words are the caller's.
package docx
