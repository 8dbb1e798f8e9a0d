// Package sheet reads and writes tables: CSV and XLSX files, as streams within
// bounds, row by row, each cell with its address.
//
// It owns what is the same for every such file: encodings, separators, workbooks,
// the row of column names, how a date, a number or a choice is written in a cell,
// which files are refused, and how formulas are kept from running in what is
// written. It names every faulty place, and a file is taken whole or not at all.
// What the columns mean is the business of who reads.
//
// It is pure: files come as readers and leave through writers. Formulas are never
// evaluated, macros never looked at, and a cell's number is the text that the file
// holds, never a binary fraction.
package sheet
